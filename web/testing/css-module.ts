/** A stylesheet in a test: every class is called by its own name. */
const classNames: Record<string, string> = new Proxy({}, { get: (_, name) => String(name) });

export default classNames;
