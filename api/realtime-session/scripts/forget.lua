--[[
  A visitor is erased: nothing of them stays, and for a while nobody can be them again. Safe to call twice: it is announced once.
  KEYS and ARGV 1 to 7: see prelude.lua
  ARGV 8 visitorId  9 for how long calls in the visitor's name are refused, ms
  Returns { 0, now ms }
]]
local visitor, kept = ARGV[8], tonumber(ARGV[9])

if is_erased() then return { 0, now } end
local is_news = not is_forgotten(visitor)
redis.call('ZREMRANGEBYSCORE', FORGOTTEN, '-inf', string.format('%.0f', now))
redis.call('ZADD', FORGOTTEN, string.format('%.0f', now + kept), visitor)
-- By itself: a site where nothing happens any more is not swept either.
redis.call('PEXPIRE', FORGOTTEN, kept)
for _, key in ipairs({ DEADLINES, SINCE, LEAVING, LEFT }) do redis.call('ZREM', key, visitor) end
redis.call('ZREM', ENDED, visitor .. '|')
redis.call('HDEL', SESSIONS, visitor)
redis.call('HDEL', PAGES, visitor)
if is_news then announce('FORGOTTEN', visitor, 'FORGOTTEN', nil) end
-- Where nobody is left there is nothing to sweep.
set_due()
return { 0, now }
