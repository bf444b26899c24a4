--[[
  The site's position and who is online, newest first. Reads only.
  KEYS 1 deadlines  2 since  3 meta   (see prelude.lua)
  ARGV 1 offset of the clock, ms  2 most visitors to name (0: only the position and the count)
  Returns { now ms, epoch ('' for none), offset, number online, visitorId, since ms, visitorId, since ms, ... }
]]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[1])
local meta = redis.call('HMGET', KEYS[3], 'epoch', 'offset')
local live_from = '(' .. string.format('%.0f', now)
local reply = { now, meta[1] or '', tonumber(meta[2] or 0), redis.call('ZCOUNT', KEYS[1], live_from, '+inf') }
if ARGV[2] == '0' then return reply end

local lapsed = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now), 'LIMIT', 0, 10000)) do
  lapsed[id] = true
end
local since = redis.call('ZREVRANGE', KEYS[2], 0, tonumber(ARGV[2]) - 1, 'WITHSCORES')
for i = 1, #since, 2 do
  if not lapsed[since[i]] then
    reply[#reply + 1] = since[i]
    reply[#reply + 1] = since[i + 1]
  end
end
return reply
