--[[
  Notes how many are online in this minute. Safe to call twice.
  KEYS 1 deadlines  2 history  zset "minute:online" -> minute, Unix minutes   (see prelude.lua)
  ARGV 1 offset of the clock, ms
  Returns the number online
]]
local KEPT_MINUTES = 1440
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[1])
local minute = math.floor(now / 60000)
local online = redis.call('ZCOUNT', KEYS[1], '(' .. string.format('%.0f', now), '+inf')
redis.call('ZREMRANGEBYSCORE', KEYS[2], minute, minute)
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', minute - KEPT_MINUTES)
redis.call('ZADD', KEYS[2], minute, string.format('%d:%d', minute, online))
return online
