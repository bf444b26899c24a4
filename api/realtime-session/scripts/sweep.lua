--[[
  Ends what is over on one site: silent visitors, goodbyes whose grace has passed, old tombstones. Safe to call twice.
  KEYS and ARGV 1 to 7: see prelude.lua
  ARGV 8 most visitors to end in one call  9 TTL of a visible tab, ms
  Returns { number of visitors announced offline, 1 if more is waiting }
]]
local limit = tonumber(ARGV[8])
local announced = 0
local blackout = grace()

-- Whoever read or came back during a blackout's grace was told nothing; now everybody reads again.
local ended_grace = redis.call('HGET', SWEEP, 'graceUntil')
if ended_grace and not blackout and redis.call('HGET', META, 'graceDone') ~= ended_grace then
  announce('RESYNC', '', 'TIMED_OUT', nil)
  redis.call('HSET', META, 'graceDone', ended_grace)
end

-- During a grace only those heard since it began can be known to be silent; their deadlines start there.
local from = blackout and string.format('%.0f', blackout[1] + tonumber(ARGV[9])) or '-inf'
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
    mark_announced_off(visitor, blackout)
    announced = announced + 1
  end
end

local goodbyes_from = blackout and string.format('%.0f', blackout[1]) or '-inf'
local gone = redis.call('ZRANGEBYSCORE', LEAVING, goodbyes_from, string.format('%.0f', now), 'LIMIT', 0, limit)
for _, visitor in ipairs(gone) do
  redis.call('ZREM', LEAVING, visitor)
  redis.call('HDEL', SESSIONS, visitor)
  announce('WENT_OFFLINE', visitor, 'DISCONNECTED', nil)
  mark_announced_off(visitor, blackout)
  announced = announced + 1
end

local old = redis.call('ZRANGEBYSCORE', ENDED, '-inf', string.format('%.0f', now), 'LIMIT', 0, limit * 5)
if #old > 0 then redis.call('ZREM', ENDED, unpack(old)) end

local earliest = nil
for _, key in ipairs({ DEADLINES, LEAVING, ENDED }) do
  local first = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
  if first[2] and (not earliest or tonumber(first[2]) < earliest) then earliest = tonumber(first[2]) end
end
if earliest then redis.call('ZADD', DUE, earliest, SITE) else redis.call('ZREM', DUE, SITE) end
return { announced, (#silent == limit or #gone == limit) and 1 or 0 }
