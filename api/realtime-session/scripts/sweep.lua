--[[
  Ends what is over on one site: silent visitors, goodbyes whose grace has passed, old tombstones. Safe to call twice.
  KEYS and ARGV 1 to 7: see prelude.lua
  ARGV 8 most visitors to end in one call  9 TTL of a visible tab, ms
  Returns { number of visitors announced offline, 1 if more is waiting }
]]
-- A site may let its goodbyes wait no longer.
local LONGEST_GRACE_MS = 30000
local limit = tonumber(ARGV[8])
local announced = 0
local blackout = grace()

local resync_at = tonumber(redis.call('HGET', META, 'resyncAt'))
if resync_at and resync_at <= now then
  redis.call('HDEL', META, 'resyncAt')
  announce('RESYNC', '', 'TIMED_OUT', nil)
end

-- After the clock has stepped back, nothing may last longer than if it had been heard now.
local function beyond(key, ms)
  return redis.call('ZRANGEBYSCORE', key, '(' .. string.format('%.0f', now + ms), '+inf', 'LIMIT', 0, limit)
end
local is_stepping = false
local stepped_at = redis.call('HGET', SWEEP, 'steppedAt')
if stepped_at and redis.call('HGET', META, 'steppedAt') ~= stepped_at then
  local stepped = beyond(DEADLINES, TTL_HIDDEN)
  for _, visitor in ipairs(stepped) do
    local visit = read_visit(visitor)
    for _, s in ipairs(visit and visit.sessions or {}) do
      local ahead = math.max(0, s[BEAT] - now)
      s[DEADLINE], s[BEAT] = math.min(s[DEADLINE] - ahead, now + TTL_HIDDEN), s[BEAT] - ahead
    end
    if visit then write_visit(visitor, visit) end
    redis.call('ZADD', DEADLINES, visit and latest(visit.sessions, DEADLINE) or now, visitor)
  end
  is_stepping = #stepped == limit
  for _, rest in ipairs({ { LEAVING, LONGEST_GRACE_MS, 0 }, { ENDED, 2 * TTL_HIDDEN, 2 * TTL_HIDDEN }, { LEFT, 0, 0 } }) do
    local members = beyond(rest[1], rest[2])
    for _, member in ipairs(members) do redis.call('ZADD', rest[1], now + rest[3], member) end
    is_stepping = is_stepping or #members == limit
  end
  local resync = tonumber(redis.call('HGET', META, 'resyncAt'))
  if resync and resync > now + TTL_HIDDEN then
    redis.call('HSET', META, 'resyncAt', string.format('%.0f', now + TTL_HIDDEN))
  end
  if not is_stepping then redis.call('HSET', META, 'steppedAt', stepped_at) end
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

set_due()
return { announced, (#silent == limit or #gone == limit or is_stepping) and 1 or 0 }
