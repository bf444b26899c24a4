import type { RedisProcess } from '../../testing/redis-process';
import type { TestRedis } from '../../testing/test-redis';

/** The server as a store for a node; `url` when it is reached by another way than its own port. */
export function singleRedis(server: RedisProcess, url = `redis://127.0.0.1:${server.port}`): TestRedis {
  return {
    url,
    get pid() {
      return server.pid;
    },
    stop: () => server.stop(),
    kill: () => server.kill(),
    freeze: () => server.freeze(),
    thaw: () => server.thaw(),
    restartEmpty: () => server.restart(),
  };
}
