import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { createLog } from '../log';
import { connectRedis } from '../redis/connect-redis';
import { anyCommand } from '../testing/presence-model/commands';
import { ComparedRun, scriptsOnTestClock } from '../testing/presence-model/compared-run';
import { PresenceChanges } from './presence-changes';
import { startTestRedis, type TestRedis } from '../testing/test-redis';

/** 10,000 commands in an ordinary run; `npm run test:long` asks for more. */
const COMMANDS = Number(process.env.MODEL_COMMANDS ?? 10_000);
const COMMANDS_PER_RUN = 80;

jest.setTimeout(30 * 60_000);

/** Finds what must not go unnoticed: the piece of a script, and what a careless change would make of it. */
const DEFECTS: readonly [name: string, piece: string, defect: string][] = [
  ['no tombstone', 'if tombstone and tonumber(tombstone) > now then return { 1, now } end', ''],
  ['no seq check', 'if mine and seq and seq < mine[SEQ] then return { 2, now } end', ''],
  ['no age check', 'return sent > 0 and now - sent > MAX_CALL_AGE_MS', 'return false'],
  [
    'no grace after a blackout',
    "  local s = redis.call('HMGET', SWEEP, 'last', 'graceFrom', 'graceUntil', 'wipedUntil')",
    '  if true then return nil end\n$&',
  ],
  ['a missing end for an unswept presence', '  record_end(visitor, last_beat)\n  redis.call', '  redis.call'],
  ['a forgotten visitor who is let in', 'if is_forgotten(visitor) then return { 4, now } end', ''],
  ['a goodbye that ignores other tabs', 'if #remaining > 0 then', 'if false then'],
  ['a reader out of step', 'local reply = { now, uncertain', 'local reply = { now - 60000, uncertain'],
];

describe('presence in Redis, compared with a model of the rules', () => {
  let server: TestRedis;
  let redis: Redis;
  let changes: PresenceChanges;
  beforeAll(async () => {
    server = await startTestRedis();
    redis = connectRedis({ url: server.url, name: 'model', log: createLog('silent') }) as Redis;
    await new Promise((resolve) => redis.once('ready', resolve));
    changes = new PresenceChanges(redis, redis, createLog('silent'));
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });

  it(`agrees after each of ${COMMANDS} random commands`, async () => {
    const scripts = scriptsOnTestClock();
    let commandsRun = 0;

    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCommand, { minLength: COMMANDS_PER_RUN, maxLength: COMMANDS_PER_RUN }),
        async (commands) => {
          await new ComparedRun(redis, changes, scripts).run(commands);
          commandsRun += commands.length;
        },
      ),
      { numRuns: Math.ceil(COMMANDS / COMMANDS_PER_RUN) },
    );

    expect(commandsRun).toBeGreaterThanOrEqual(COMMANDS);
  });

  it.each(DEFECTS)('notices %s', async (_name, piece, defect) => {
    let isPlanted = false;
    const scripts = scriptsOnTestClock(({ lua }) => {
      isPlanted ||= lua.includes(piece);
      return lua.replace(piece, defect);
    });
    expect(isPlanted).toBe(true);

    const found = await fc.check(
      fc.asyncProperty(
        fc.array(anyCommand, { minLength: COMMANDS_PER_RUN, maxLength: COMMANDS_PER_RUN }),
        (commands) => new ComparedRun(redis, changes, scripts).run(commands),
      ),
      { numRuns: 1_000, endOnFailure: true },
    );

    // It must be the comparison that failed, not the script.
    expect(found.errorInstance).toHaveProperty('matcherResult');
  });
});
