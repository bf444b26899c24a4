--[[
  Start of a sweep of one bucket: notes that sweeping goes on, and notices when it did not.
  KEYS 1 due  2 sweep  3 ends  4 sites   (see prelude.lua)
  ARGV 1 offset of the clock, ms  2 TTL of a hidden tab, ms  3 most sites to name
       4 time between two checkpoints, ms
  Returns { number of ends waiting to be stored, 1 if this caller has to make a checkpoint, ids of the sites that have something to sweep ... }
]]
local BLACKOUT_MS, STEP_BACK_MS = 10000, 2000
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[1])
-- An empty bucket is left untouched, so that an idle server writes nothing.
local ends = redis.call('XLEN', KEYS[3])
local checkpoint = 0
if redis.call('EXISTS', KEYS[4]) == 1 then
  local made = tonumber(redis.call('HGET', KEYS[2], 'checkpoint'))
  if not made or now - made >= tonumber(ARGV[4]) or now < made then
    redis.call('HSET', KEYS[2], 'checkpoint', string.format('%.0f', now))
    checkpoint = 1
  end
end
if redis.call('EXISTS', KEYS[1]) == 0 then return { ends, checkpoint } end

local last = tonumber(redis.call('HGET', KEYS[2], 'last'))
-- Once over it must be gone: a clock that steps back would bring it to life again.
local wiped = tonumber(redis.call('HGET', KEYS[2], 'wipedUntil'))
local longest = now + tonumber(ARGV[2])
if wiped and (now >= wiped or (last and last >= wiped)) then redis.call('HDEL', KEYS[2], 'wipedUntil')
elseif wiped and wiped > longest then redis.call('HSET', KEYS[2], 'wipedUntil', string.format('%.0f', longest)) end
if not last or now - last > BLACKOUT_MS or now < last - STEP_BACK_MS then
  redis.call('HSET', KEYS[2], 'graceFrom', string.format('%.0f', now),
    'graceUntil', string.format('%.0f', now + tonumber(ARGV[2])))
end
if last and now < last - STEP_BACK_MS then
  -- What was due by the clock as it was, may be due now; each site then sets right what lies too far ahead.
  redis.call('HSET', KEYS[2], 'steppedAt', string.format('%.0f', now))
  for _, site in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
    redis.call('ZADD', KEYS[1], 'LT', string.format('%.0f', now), site)
  end
end
redis.call('HSET', KEYS[2], 'last', string.format('%.0f', now))
return { ends, checkpoint,
  unpack(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now), 'LIMIT', 0, tonumber(ARGV[3]))) }
