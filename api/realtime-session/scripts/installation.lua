--[[
  Notes the last call of a site's pages of one kind. Safe to call twice; does nothing for an erased site.
  KEYS 1 meta  2 installation  hash: <kind>At, Unix ms; <kind>Origin; <kind>Reason   (see prelude.lua)
  ARGV 1 offset of the clock, ms  2 how long the notes are kept, ms  3 kind: identify or refusal  4 origin, may be empty
       5 reason, may be empty
  Returns 1 when it was noted, else 0
]]
if redis.call('HEXISTS', KEYS[1], 'erased') == 1 then return 0 end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[1])
local kind = ARGV[3]
redis.call('HSET', KEYS[2],
  kind .. 'At', string.format('%.0f', now), kind .. 'Origin', ARGV[4], kind .. 'Reason', ARGV[5])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return 1
