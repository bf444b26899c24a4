import { lockDataDir } from '../embedded/lock-data-dir';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres';
import { startEmbeddedRedis } from '../redis/embedded-redis';

/**
 * A program that owns both embedded servers, as the real one does: prints one JSON line when they run, and stops them
 * in order on SIGTERM and Ctrl-C. For tests of what happens to them when their parent ends in other ways.
 */
async function run(dataDir: string): Promise<void> {
  const lock = await lockDataDir(dataDir);
  const postgres = await startEmbeddedPostgres({ dataDir, isDurable: true });
  const redis = await startEmbeddedRedis({ dataDir, isDurable: true });
  const stop = () => {
    void Promise.all([redis.stop(), postgres.stop()]).then(() => lock.release());
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const { pid: postgresPid, url: postgresUrl } = postgres;
  console.log(
    JSON.stringify({
      uid: process.getuid?.(),
      postgresPid,
      postgresUrl,
      redisPid: redis.pid,
      redisUrl: redis.url,
    }),
  );
}

run(process.argv[2] ?? '').catch((error: Error) => {
  console.error(`${error.name}: ${error.message}`);
  process.exitCode = 1;
});
