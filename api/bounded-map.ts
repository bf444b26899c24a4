/** A map that forgets what was set longest ago once it holds more than its capacity. */
export class BoundedMap<Value> {
  private readonly held = new Map<string, Value>();

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.held.size;
  }

  get(key: string): Value | undefined {
    return this.held.get(key);
  }

  set(key: string, value: Value): void {
    this.held.delete(key);
    this.held.set(key, value);
    const oldest = this.held.keys().next();
    if (this.held.size > this.capacity && !oldest.done) this.held.delete(oldest.value);
  }

  delete(key: string): void {
    this.held.delete(key);
  }
}
