const BAD = ['high', 'critical'];

/** What the answer of `npm audit --json` means: whether it is good enough, and a text that says why. */
export function readAudit(output) {
  const answer = parse(output);
  if (!answer?.metadata?.vulnerabilities) {
    const reason = answer?.statusCode ? `it answered ${answer.statusCode}` : 'it could not be asked';
    return {
      ok: true,
      told: `audit: this registry has no audit (${reason}). Run \`npm run audit:packages\` where one has.`,
    };
  }
  const { vulnerabilities, metadata } = answer;
  const bad = Object.values(vulnerabilities ?? {}).filter(({ severity }) => BAD.includes(severity));
  const count = BAD.reduce((sum, severity) => sum + (metadata.vulnerabilities[severity] ?? 0), 0);
  if (count === 0)
    return { ok: true, told: 'audit: nothing high or critical is known of the packages we ship.' };
  const lines = bad.map(({ name, severity, range }) => `  ${severity}: ${name} ${range}`);
  return {
    ok: false,
    told: [`audit: ${count} of the packages we ship are known to be at fault:`, ...lines].join('\n'),
  };
}

// npm may put warnings around its answer.
function parse(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}
