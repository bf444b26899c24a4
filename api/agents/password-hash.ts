import { type Algorithm, hash, verify } from '@node-rs/argon2';

// As const enums vanish in single-file compilation, the number is what is left: 2 is Argon2id.
const ARGON2ID = 2 as Algorithm;
const COST = { algorithm: ARGON2ID, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords with Argon2id. */
export class PasswordHash {
  private nobodys: Promise<string> | undefined;

  of(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** Whether the password made the hash. Takes its time also when there is no hash, so that nobody can tell. */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    this.nobodys ??= this.of('');
    const isMatch = await verify(storedHash ?? (await this.nobodys), password);
    return isMatch && storedHash !== null;
  }
}
