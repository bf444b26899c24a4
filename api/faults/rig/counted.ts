/** Writes what a fault cost as one line, such as `E-05 lost 0, doubled 0`. */
export function counted(id: string, figures: Record<string, number | string>): void {
  const told = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(`${id} ${told.join(', ')}\n`);
}
