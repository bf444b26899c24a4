--[[
  Ends what is over on one site: silent visitors, goodbyes whose grace has passed, old tombstones. Safe to call twice.
  KEYS and ARGV 1 to 7: see prelude.lua
  ARGV 8 most visitors to end in one call  9 TTL of a visible tab, ms
  Returns { number of visitors announced offline, 1 if more is waiting }
]]
local limit = tonumber(ARGV[8])
local announced = 0
local blackout = grace()

local resync_at = tonumber(redis.call('HGET', META, 'resyncAt'))
if resync_at and resync_at <= now then
  redis.call('HDEL', META, 'resyncAt')
  announce('RESYNC', '', 'TIMED_OUT', nil)
end

-- During a grace only those heard since it began can be known to be silent; their deadlines start there.
local from = blackout and string.format('%.0f', blackout.from + tonumber(ARGV[9])) or '-inf'
local silent = redis.call('ZRANGEBYSCORE', DEADLINES, from, string.format('%.0f', now), 'LIMIT', 0, limit)
for _, visitor in ipairs(silent) do
  local visit = read_visit(visitor)
  local last_beat = visit and latest(visit.sessions, BEAT) or 0
  if not is_protected(last_beat, blackout) then
    redis.call('ZREM', DEADLINES, visitor)
    redis.call('ZREM', SINCE, visitor)
    redis.call('HDEL', SESSIONS, visitor)
    announce('WENT_OFFLINE', visitor, 'TIMED_OUT', nil)
    record_end(visitor, last_beat)
    redis.call('HDEL', PAGES, visitor)
    mark_announced_off(visitor, blackout)
    announced = announced + 1
  end
end

if blackout and redis.call('ZCOUNT', DEADLINES, '-inf', string.format('%.0f', now)) > 0 then resync_after(blackout) end

local goodbyes_from = blackout and string.format('%.0f', blackout.from) or '-inf'
local gone = redis.call('ZRANGEBYSCORE', LEAVING, goodbyes_from, string.format('%.0f', now), 'LIMIT', 0, limit)
for _, visitor in ipairs(gone) do
  redis.call('ZREM', LEAVING, visitor)
  redis.call('HDEL', SESSIONS, visitor)
  redis.call('HDEL', PAGES, visitor)
  announce('WENT_OFFLINE', visitor, 'DISCONNECTED', nil)
  mark_announced_off(visitor, blackout)
  announced = announced + 1
end

local old = redis.call('ZRANGEBYSCORE', ENDED, '-inf', string.format('%.0f', now), 'LIMIT', 0, limit * 5)
if #old > 0 then redis.call('ZREM', ENDED, unpack(old)) end
redis.call('ZREMRANGEBYSCORE', LEFT, '-inf', string.format('%.0f', now - LEFT_KEPT_MS))

local earliest = tonumber(redis.call('HGET', META, 'resyncAt'))
for _, key in ipairs({ DEADLINES, LEAVING, ENDED, LEFT }) do
  local first = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2]
  local at = first and tonumber(first) + (key == LEFT and LEFT_KEPT_MS or 0)
  if at and (not earliest or at < earliest) then earliest = at end
end
if earliest then redis.call('ZADD', DUE, earliest, SITE) else redis.call('ZREM', DUE, SITE) end
return { announced, (#silent == limit or #gone == limit) and 1 or 0 }
