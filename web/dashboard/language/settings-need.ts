/** Whether the texts of the settings are wanted beside the others; once they are, they stay so. */
export const settingsNeed = { isThere: false };
