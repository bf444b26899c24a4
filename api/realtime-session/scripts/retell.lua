--[[
  What is known about a visitor changed: whoever follows one who is online has to look again.
  KEYS and ARGV 1 to 7: see prelude.lua
  ARGV 8 visitorId
  Returns { 0, now ms }
]]
local visitor = ARGV[8]

if is_erased() or is_forgotten(visitor) then return { 0, now } end
local deadline = tonumber(redis.call('ZSCORE', DEADLINES, visitor))
if not deadline or deadline <= now then return { 0, now } end
local visit = read_visit(visitor)
announce('PAGE_CHANGED', visitor, 'IDENTIFIED', page_of(live_of(visit and visit.sessions or {})))
return { 0, now }
