--[[
  Takes points out of a bucket that fills up at an even rate, or takes nothing when there are too few. A call that costs
  more than the bucket holds takes all of it. The same rule as take-points.ts.
  KEYS[1] bucket  string, instant at which it is full again, Unix ms; absent: full
  ARGV[1] points a full bucket holds  ARGV[2] points restored a second  ARGV[3] points to take
  ARGV[4] offset of the clock, ms (0 outside tests)
  Returns points left, and ms until there are enough: 0 when they were taken.
]]
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000 + ARGV[4]
local limit = tonumber(ARGV[1])
local ms_per_point = 1000 / ARGV[2]
local empty = limit * ms_per_point
-- A clock that was set back must not make a bucket emptier than empty.
local before = math.min(math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now), now + empty)
local after = before + math.min(tonumber(ARGV[3]), limit) * ms_per_point
-- Instants are large numbers: their sums are right to less than that.
local rounding = 0.001
local wait = math.max(0, math.ceil(after - now - empty - rounding))
local stands = before
if wait == 0 then
  stands = after
  redis.call('SET', KEYS[1], string.format('%.3f', after), 'PX', math.ceil(after - now) + 1)
end
return { math.max(0, math.floor((empty - (stands - now) + rounding) / ms_per_point)), wait }
