/** True for an attribute that is there, whatever it says, and for an option that is not false. */
export const isOn = (value: unknown): unknown => value === '' || value;
