--[[
  A tab says goodbye. Safe to call twice, or for a tab that never came: its tombstone then stops a late identify.
  KEYS and ARGV 1 to 7: see prelude.lua
  ARGV 8 visitorId  9 tabId  10 seq ('' when the caller has none)  11 grace before the goodbye is announced, ms
  Returns { status, now ms, 1 if this ended the visitor's presence, 1 if another tab keeps the visitor online,
            1 if the tab had not said goodbye before }
  status: 0 done, 2 overtaken by a newer call, 3 sent too long ago, 4 the visitor was forgotten
  Of an erased site there is nothing to end.
]]
local visitor, tab, seq, delay = ARGV[8], ARGV[9], tonumber(ARGV[10]), tonumber(ARGV[11])

if is_stale() then return { 3, now } end
if is_erased() then return { 0, now, 0, 0, 0 } end
if is_forgotten(visitor) then return { 4, now, 0, 0, 0 } end
local visit = read_visit(visitor)
local sessions = visit and visit.sessions or {}
for _, s in ipairs(sessions) do
  if s[TAB] == tab and seq and seq < s[SEQ] then return { 2, now, 0, 0, 0 } end
end

local tombstone = tonumber(redis.call('ZSCORE', ENDED, visitor .. '|' .. tab))
local first = (tombstone and tombstone > now) and 0 or 1
local keep_until = now + 2 * TTL_HIDDEN
note_due(keep_until)
redis.call('ZADD', ENDED, keep_until, visitor .. '|' .. tab)

local deadline = tonumber(redis.call('ZSCORE', DEADLINES, visitor))
if not deadline then return { 0, now, 0, 0, first } end

local remaining, was_mine = {}, false
for _, s in ipairs(sessions) do
  if s[TAB] == tab then was_mine = true
  elseif s[DEADLINE] > now then remaining[#remaining + 1] = s end
end

if #remaining > 0 then
  if was_mine then
    local page_before, page = page_of(sessions), page_of(remaining)
    visit.sessions = remaining
    write_visit(visitor, visit)
    redis.call('ZADD', DEADLINES, latest(remaining, DEADLINE), visitor)
    note_due(latest(remaining, DEADLINE))
    if not same_page(page_before, page) then announce('PAGE_CHANGED', visitor, 'DISCONNECTED', page) end
  end
  return { 0, now, 0, 1, first }
end
-- An unknown tab ends nobody's presence; silence will, if it has to.
if not was_mine then return { 0, now, 0, deadline > now and 1 or 0, first } end

redis.call('ZREM', DEADLINES, visitor)
redis.call('ZREM', SINCE, visitor)
record_end(visitor, now)
if delay > 0 then
  visit.sessions = {}
  write_visit(visitor, visit)
  redis.call('ZADD', LEAVING, now + delay, visitor)
  note_due(now + delay)
else
  redis.call('HDEL', SESSIONS, visitor)
  redis.call('HDEL', PAGES, visitor)
  announce('WENT_OFFLINE', visitor, 'DISCONNECTED', nil)
  mark_announced_off(visitor, grace())
end
return { 0, now, 1, 0, first }
