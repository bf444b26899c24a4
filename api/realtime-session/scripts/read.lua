--[[
  Who of these visitors is online? Reads only.
  KEYS 1 deadlines  2 sessions  3 sweep  4 pages   (see prelude.lua)
  ARGV 1 offset of the clock, ms  2 '1' to read the sessions too, '2' the pages of the visit as well  3 and on: visitor ids
  Returns { now ms, 1 during a blackout's grace else 0, "deadline,deadline,..." ('' for none),
            packed visit of each ..., packed pages of each ... }
]]
local BLACKOUT_MS = 10000
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[1])
local ids = {}
for i = 3, #ARGV do ids[#ids + 1] = ARGV[i] end

local scores = redis.call('ZMSCORE', KEYS[1], unpack(ids))
for i = 1, #ids do scores[i] = scores[i] or '' end

local s = redis.call('HMGET', KEYS[3], 'last', 'graceUntil')
local last, till = tonumber(s[1]), tonumber(s[2])
local uncertain = ((last and now - last > BLACKOUT_MS) or (till and now < till)) and 1 or 0

local reply = { now, uncertain, table.concat(scores, ',') }
for level, key in ipairs({ KEYS[2], KEYS[4] }) do
  if tonumber(ARGV[2]) >= level then
    for _, packed in ipairs(redis.call('HMGET', key, unpack(ids))) do reply[#reply + 1] = packed or '' end
  end
end
return reply
