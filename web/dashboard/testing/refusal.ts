/** The payload of a mutation that was refused for what stands in a field of its input. */
export function refusal(code: string, ...field: (string | number)[]) {
  return {
    userErrors: [
      {
        __typename: 'UserError',
        code,
        field: ['input', ...field.map(String)],
        message: 'sites.service.ts:41',
      },
    ],
  };
}
