import { within } from '../within';
import type { RedisClient } from './connect-redis';

/** A Lua script. */
export interface Script {
  readonly name: string;
  readonly lua: string;
  readonly numberOfKeys: number;
}

export interface ScriptRunnerOptions {
  readonly redis: RedisClient;
  readonly scripts: readonly Script[];
  /** Answer or rejection after this many ms, whatever the client does. */
  readonly deadlineMs: number;
  /** Calls without an answer at one time; one more is rejected at once. */
  readonly maxInFlight?: number;
}

type ScriptCall = (...args: (string | number)[]) => Promise<unknown>;

const MAX_IN_FLIGHT = 2_000;

/** Runs Lua by its hash, and sends the text again when the server has forgotten it. Never hangs. */
export class ScriptRunner {
  private inFlight = 0;
  private readonly calls: ReadonlyMap<string, ScriptCall>;

  constructor(private readonly options: ScriptRunnerOptions) {
    this.calls = new Map(options.scripts.map((script) => [script.name, defineScript(options.redis, script)]));
  }

  async run(name: string, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    const call = this.calls.get(name);
    if (!call) throw new Error(`Unknown script ${name}`);
    if (this.inFlight >= (this.options.maxInFlight ?? MAX_IN_FLIGHT)) {
      throw new Error('Too many Redis commands are waiting for an answer');
    }
    this.inFlight += 1;
    // Counted until Redis answers, not until we stop waiting: what a frozen server has not answered is still queued.
    const answer = call(...keys, ...args).finally(() => (this.inFlight -= 1));
    // The client's own time-out covers neither a cluster's queue nor a command that was never written.
    return within(this.options.deadlineMs, answer, 'Redis');
  }
}

function defineScript(redis: RedisClient, { name, lua, numberOfKeys }: Script): ScriptCall {
  const command = `porchlight_${name}`;
  redis.defineCommand(command, { numberOfKeys, lua });
  const client = redis as unknown as Record<string, ScriptCall>;
  return (...args) => client[command]!(...args);
}
