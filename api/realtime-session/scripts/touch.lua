--[[
  A visitor's tab is there: identify, heartbeat, page view. Safe to call twice.
  KEYS and ARGV 1 to 7: see prelude.lua
  ARGV 8 visitorId  9 tabId  10 seq ('' when the caller has none)  11 visible: '1', '0', or '' to leave it as it is
       12 TTL of a visible tab, ms  13 operation: 'IDENTIFIED', 'HEARTBEAT_RESUMED', 'NAVIGATED'
       14 URL ('' when the page is not told)  15 title  16 referrer
       17 '1' when followers have to look again even if neither presence nor page changed
  Returns { status, now ms, 1 if this call brought the visitor online, since when the tab shows its page (ms) }
  status: 0 done, 1 session has ended, 2 overtaken by a newer call, 3 sent too long ago, 4 the visitor was forgotten
]]
local visitor, tab, seq, visible = ARGV[8], ARGV[9], tonumber(ARGV[10]), ARGV[11]
local operation = ARGV[13]

if is_stale() then return { 3, now } end
if is_erased() then return { 1, now } end
if is_forgotten(visitor) then return { 4, now } end
local tombstone = redis.call('ZSCORE', ENDED, visitor .. '|' .. tab)
if tombstone and tonumber(tombstone) > now then return { 1, now } end

local visit = read_visit(visitor) or { since = now, sessions = {} }
local mine = nil
for _, s in ipairs(visit.sessions) do
  if s[TAB] == tab then mine = s end
end
if mine and seq and seq < mine[SEQ] then return { 2, now } end

local deadline = tonumber(redis.call('ZSCORE', DEADLINES, visitor))
local goodbye = tonumber(redis.call('ZSCORE', LEAVING, visitor))
local blackout = grace()
local page_before = page_of(visit.sessions)

-- An old presence that no sweep has finished: finish it first, unless a blackout makes its end uncertain.
local last_beat = latest(visit.sessions, BEAT)
local lapsed = deadline ~= nil and deadline <= now
if lapsed and not is_protected(last_beat, blackout) then
  redis.call('ZREM', DEADLINES, visitor)
  redis.call('ZREM', SINCE, visitor)
  announce('WENT_OFFLINE', visitor, 'TIMED_OUT', nil)
  record_end(visitor, last_beat)
  redis.call('HDEL', PAGES, visitor)
  mark_announced_off(visitor, blackout)
  deadline, lapsed, visit, mine = nil, false, { since = now, sessions = {} }, nil
elseif goodbye and goodbye <= now and not (blackout and goodbye < blackout.from) then
  redis.call('ZREM', LEAVING, visitor)
  redis.call('HDEL', PAGES, visitor)
  announce('WENT_OFFLINE', visitor, 'DISCONNECTED', nil)
  mark_announced_off(visitor, blackout)
  goodbye, visit, mine = nil, { since = now, sessions = {} }, nil
end

if not mine then mine = { tab, -1, 0, 0, now, 0, 0, '', '', '', 0 } end
if seq then mine[SEQ] = seq end
if visible == '' then visible = (mine[BEAT] == 0) and '1' or tostring(mine[VISIBLE]) end
if (visible == '1') ~= (mine[VISIBLE] == 1) then
  mine[VISIBLE], mine[VISIBLE_AT] = tonumber(visible), now
end
if ARGV[14] ~= '' then
  if mine[URL] ~= ARGV[14] then mine[PAGE_SINCE] = now end
  if mine[URL] ~= ARGV[14] or mine[TITLE] ~= ARGV[15] then note_page(visitor, ARGV[14], ARGV[15], ARGV[16]) end
  mine[URL], mine[TITLE], mine[REFERRER] = ARGV[14], ARGV[15], ARGV[16]
end
mine[BEAT] = now
mine[DEADLINE] = now + (mine[VISIBLE] == 1 and tonumber(ARGV[12]) or TTL_HIDDEN)

local sessions = { mine }
for _, s in ipairs(live_of(visit.sessions)) do
  if s[TAB] ~= tab then sessions[#sessions + 1] = s end
end
if #sessions > MAX_SESSIONS then
  local oldest = 2
  for i = 3, #sessions do
    if sessions[i][BEAT] < sessions[oldest][BEAT] then oldest = i end
  end
  table.remove(sessions, oldest)
end
visit.sessions = sessions

local new_deadline = latest(sessions, DEADLINE)
note_due(new_deadline)
redis.call('ZADD', DEADLINES, new_deadline, visitor)
write_visit(visitor, visit)

if not deadline then redis.call('ZREM', LEFT, visitor) end

local page = page_of(sessions)
local came_online = 0
if goodbye then
  -- P9: the goodbye is never announced; whoever read "offline" meanwhile is put right.
  redis.call('ZREM', LEAVING, visitor)
  redis.call('ZADD', SINCE, visit.since, visitor)
  announce('PAGE_CHANGED', visitor, operation, page)
elseif not deadline then
  came_online = 1
  redis.call('ZADD', SINCE, visit.since, visitor)
  blackout = grace()
  -- After the store was wiped, who is merely heard again may never have been announced as gone.
  local was_announced_off = redis.call('ZREM', ENDED, visitor .. '|') == 1
  local is_unknown = blackout and blackout.is_wiped and not was_announced_off
  if is_unknown and operation ~= 'IDENTIFIED' then resync_after(blackout)
  else announce('CAME_ONLINE', visitor, operation, page) end
elseif lapsed then
  -- P13: heard again in time, after having read as offline for a while.
  resync_after(blackout)
  if not same_page(page_before, page) then announce('PAGE_CHANGED', visitor, 'NAVIGATED', page) end
elseif not same_page(page_before, page) then
  announce('PAGE_CHANGED', visitor, 'NAVIGATED', page)
elseif ARGV[17] == '1' then
  announce('PAGE_CHANGED', visitor, operation, page)
end
return { 0, now, came_online, mine[PAGE_SINCE] }
