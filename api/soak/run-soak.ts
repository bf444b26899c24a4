import { setTimeout as passing } from 'node:timers/promises';
import { FaultWorld } from '../faults/rig/fault-world';
import { Line } from '../faults/rig/line';
import { eventually } from '../faults/rig/eventually';
import { freePort } from '../testing/free-port';
import { Comparison } from './comparison';
import { FAULTS } from './faults';
import { Life } from './life';
import { seededRandom } from './seeded-random';
import { SOAK } from './soak-timings';

export interface SoakOptions {
  readonly lastingMs: number;
  readonly visitors: number;
  readonly seed: number;
  /** Told what goes on, a line at a time. */
  readonly say: (line: string) => void;
}

export interface SoakResult {
  /** What differed from the simulator's truth, in words; empty when nothing did. */
  readonly differences: readonly string[];
  readonly faults: number;
  readonly comparisons: number;
}

const ENV = {
  PORCHLIGHT_HEARTBEAT_VISIBLE_MS: String(SOAK.heartbeatMs),
  PORCHLIGHT_HEARTBEAT_HIDDEN_MS: String(SOAK.heartbeatMs),
  PORCHLIGHT_SESSION_TTL_VISIBLE_MS: String(SOAK.ttlMs),
  PORCHLIGHT_SESSION_TTL_HIDDEN_MS: String(SOAK.hiddenTtlMs),
  PORCHLIGHT_SWEEP_MS: String(SOAK.sweepMs),
  PORCHLIGHT_CHECKPOINT_MS: String(SOAK.checkpointMs),
};
const LOOK_EVERY_MS = 1_000;
const TELL_EVERY_MS = 10_000;
const FIRST_FAULT_MS = 8_000;
const CALM_MS = 14_000;
/** At the end all sessions run out, and what is left is announced and stored. */
const DRAIN_MS = 30_000;

/** Random lives and random faults on two nodes, compared with the simulator's truth each second. */
export async function runSoak({ lastingMs, visitors, seed, say }: SoakOptions): Promise<SoakResult> {
  const random = seededRandom(seed);
  const world = await FaultWorld.start({ env: ENV, homeRests: false });
  const port = await freePort();
  await world.addProcess({}, port);
  const line = await Line.open({ port: Number(new URL(world.home.url).port) });
  const url = () => (random() < 0.5 ? world.home.url : (world.processes[0]?.url ?? world.home.url));
  const lives = Array.from({ length: visitors }, () => new Life({ url, siteKey: world.siteKey, random }));
  const urls = [`http://127.0.0.1:${line.port}`, world.processes[0]!.url];
  const screens = await Promise.all([0, 1].map((first) => world.observe(urls, first)));
  const comparison = new Comparison(world, lives, screens);
  let isOver = false;
  let faults = 0;
  const untilMs = Date.now() + lastingMs;
  const isOn = () => !isOver && Date.now() < untilMs;

  const living = lives.map(async (life) => {
    await passing(random() * SOAK.heartbeatMs);
    while (isOn()) {
      await life.step();
      await passing(life.pauseMs());
    }
    life.end();
  });
  const breaking = (async () => {
    const names = Object.keys(FAULTS);
    await passing(FIRST_FAULT_MS);
    while (isOn() && Date.now() + CALM_MS < untilMs) {
      const name = names[Math.floor(random() * names.length)]!;
      say(`fault: ${name}`);
      comparison.breaks();
      await FAULTS[name]!({ world, line, random, port });
      comparison.mends();
      faults += 1;
      await passing(CALM_MS * (1 + random() / 2));
    }
  })();
  const looking = (async () => {
    for (let toldMs = Date.now(); isOn();) {
      await comparison.look();
      if (Date.now() - toldMs >= TELL_EVERY_MS) {
        toldMs = Date.now();
        say(comparison.summary());
      }
      await passing(LOOK_EVERY_MS);
    }
  })();
  try {
    await Promise.all([...living, breaking, looking]);
    await eventually('everybody is gone and stored', DRAIN_MS, () => comparison.isDrained()).catch(
      () => undefined,
    );
    await comparison.lookAtTheEnd();
  } finally {
    isOver = true;
    line.close();
    await world.stop();
  }
  return { differences: comparison.differences, faults, comparisons: comparison.looks };
}
