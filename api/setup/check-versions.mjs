import { LOCKED } from './locked-packages.mjs';

/** There is one graphql, since two refuse each other's types at run time; and what we ask for, we ask for exactly. */
export function checkVersions() {
  const copies = Object.keys(LOCKED).filter((path) => /(^|\/)node_modules\/graphql$/.test(path));
  const { dependencies, optionalDependencies, devDependencies } = LOCKED[''];
  const wanted = { ...dependencies, ...optionalDependencies, ...devDependencies };
  const loose = Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
  const problems = [
    ...(copies.length === 1 ? [] : [`expected one graphql, got ${copies.join(', ')}`]),
    ...loose.map(([name, version]) => `${name}: expected an exact version, got ${version}`),
  ];
  return {
    ok: problems.length === 0,
    output: problems.join('\n'),
    note: `graphql ${LOCKED[copies[0]].version}`,
  };
}
