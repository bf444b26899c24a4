--[[
  Shared by every script of one site; placed in front of it when it is loaded.
  KEYS (one hash tag, so one cluster slot)
    1 deadlines  zset  visitorId -> latest deadline of its live sessions, Unix ms
    2 sessions   hash  visitorId -> packed visit: JSON of sinceMs and the list of sessions; no list while leaving
    3 since      zset  visitorId -> online since, Unix ms
    4 leaving    zset  visitorId -> when to announce the goodbye, Unix ms
    5 ended      zset  "visitorId|tabId" -> keep the tombstone until, Unix ms
    6 meta       hash  epoch, history, offset, steppedAt (last set right after), resyncAt (Unix ms at which everybody has to read again); erased, alone, of a site
                       that is being or was erased
    7 changes    stream "<offset>-0" -> one change as JSON
    8 due        zset  siteId -> earliest thing to sweep, Unix ms   (per bucket)
    9 sweep      hash  last, graceFrom, graceUntil, wipedUntil, steppedAt (the clock went back), Unix ms   (per bucket)
    10 ends      stream of ends of presence to be written to PostgreSQL (per bucket)
    11 pages     hash  visitorId -> JSON list of the pages of this visit, newest first: url, title, referrer, since ms
    12 left      zset  visitorId -> last seen, Unix ms, of those who went lately
    13 sites     set   ids of the bucket's sites                         (per bucket)
    14 forgotten zset  visitorId -> refuse the visitor until, Unix ms
  ARGV
    1 siteId  2 channel  3 offset of the clock, ms (0 outside tests)  4 sent at, Unix ms of Redis (0: do not check)
    5 epoch to use if there is none  6 changes to retain  7 TTL of a hidden tab, ms
]]
local DEADLINES, SESSIONS, SINCE, LEAVING, ENDED = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local META, CHANGES, DUE, SWEEP, ENDS = KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10]
local PAGES, LEFT, SITES, FORGOTTEN = KEYS[11], KEYS[12], KEYS[13], KEYS[14]
local SITE, CHANNEL, RETAINED, TTL_HIDDEN = ARGV[1], ARGV[2], ARGV[6], tonumber(ARGV[7])

-- A call that waited longer than this in a queue describes a past that is over.
local MAX_CALL_AGE_MS = 5000
-- No sweep for longer than this is a blackout: nobody could have been heard.
local BLACKOUT_MS = 10000
local STEP_BACK_MS = 2000
local MAX_SESSIONS = 20
local MAX_PAGES = 20
-- Long enough for PostgreSQL to know: after that, it is asked who left.
local LEFT_KEPT_MS = 180000

-- Fields of a packed session.
local TAB, SEQ, DEADLINE, BEAT, STARTED, VISIBLE, VISIBLE_AT, URL, TITLE, REFERRER, PAGE_SINCE =
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[3])

local function is_stale()
  local sent = tonumber(ARGV[4])
  return sent > 0 and now - sent > MAX_CALL_AGE_MS
end

-- Tokens of an erased site are still out there, and may bring nobody back.
local function is_erased()
  return redis.call('HEXISTS', META, 'erased') == 1
end

-- So are those of somebody who was erased.
local function is_forgotten(visitor)
  local till = tonumber(redis.call('ZSCORE', FORGOTTEN, visitor))
  return till ~= nil and till > now
end

local function read_visit(visitor)
  local packed = redis.call('HGET', SESSIONS, visitor)
  if not packed then return nil end
  local visit = cjson.decode(packed)
  return { since = visit[1], sessions = visit[2] or {} }
end

local function write_visit(visitor, visit)
  local packed = { visit.since }
  if #visit.sessions > 0 then packed[2] = visit.sessions end
  redis.call('HSET', SESSIONS, visitor, cjson.encode(packed))
end

-- P6: visible tabs before hidden ones, then the one that was visible most recently; the rest only so that there is an order.
local FRONT_FIRST = { VISIBLE, VISIBLE_AT, STARTED, TAB }
local function is_before(a, b)
  for _, field in ipairs(FRONT_FIRST) do
    if a[field] ~= b[field] then return a[field] > b[field] end
  end
  return false
end

local function front_of(sessions)
  local best = nil
  for _, s in ipairs(sessions) do
    if not best or is_before(s, best) then best = s end
  end
  return best
end

local function page_of(sessions)
  local front = front_of(sessions)
  if not front or front[URL] == '' then return nil end
  return { front[URL], front[TITLE], front[REFERRER], front[PAGE_SINCE] }
end

local function same_page(a, b)
  if not a or not b then return a == b end
  return a[1] == b[1] and a[2] == b[2]
end

local function live_of(sessions)
  local live = {}
  for _, s in ipairs(sessions) do
    if s[DEADLINE] > now then live[#live + 1] = s end
  end
  return live
end

local function latest(sessions, field)
  local value = 0
  for _, s in ipairs(sessions) do
    if s[field] > value then value = s[field] end
  end
  return value
end

-- Names the history of writes that this server continues. It is another one after a failover and after a restart, both of
-- which may have lost the newest changes: their numbers must not be given to others.
local function history()
  return string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)') or ''
end

local function epoch()
  local known, current = redis.call('HMGET', META, 'epoch', 'history'), history()
  if known[1] and known[2] == current then return known[1] end
  -- Offsets start again, and a surviving stream would refuse their ids.
  redis.call('DEL', CHANGES)
  redis.call('HSET', META, 'epoch', ARGV[5], 'offset', 0, 'history', current)
  return ARGV[5]
end

-- Numbers the change, keeps it, and tells every node that follows the site.
local function announce(kind, visitor, reason, page)
  local e = epoch()
  local offset = redis.call('HINCRBY', META, 'offset', 1)
  local change = cjson.encode({
    k = kind, v = visitor, r = reason, t = now, p = page,
    n = redis.call('ZCOUNT', DEADLINES, '(' .. string.format('%.0f', now), '+inf'),
  })
  redis.call('XADD', CHANGES, 'MAXLEN', '~', RETAINED, string.format('%.0f-0', offset), 'c', change)
  redis.call('PUBLISH', CHANNEL, e .. ':' .. string.format('%.0f', offset) .. ':' .. change)
end

local function record_end(visitor, last_seen)
  local pages = redis.call('HGET', PAGES, visitor) or ''
  redis.call('XADD', ENDS, '*', 's', SITE, 'v', visitor, 't', string.format('%.0f', last_seen), 'p', pages)
  redis.call('ZADD', LEFT, last_seen, visitor)
end

-- A page that is opened again at once, as by a reload, is the same page.
local function note_page(visitor, url, title, referrer)
  local packed = redis.call('HGET', PAGES, visitor)
  local pages = packed and cjson.decode(packed) or {}
  if pages[1] and pages[1][1] == url then
    pages[1][2] = title
  else
    table.insert(pages, 1, { url, title, referrer, now })
    pages[MAX_PAGES + 1] = nil
  end
  redis.call('HSET', PAGES, visitor, cjson.encode(pages))
end

-- The grace of P13 that is on now, or nil. A gap that no sweep has noticed yet counts from now.
local function grace()
  local s = redis.call('HMGET', SWEEP, 'last', 'graceFrom', 'graceUntil', 'wipedUntil')
  local last, from, till, wiped = tonumber(s[1]), tonumber(s[2]), tonumber(s[3]), tonumber(s[4])
  local is_wiped = wiped ~= nil and now < wiped
  if last and now - last > BLACKOUT_MS then return { from = now, till = now + TTL_HIDDEN, is_wiped = is_wiped } end
  if till and now < till then return { from = from, till = till, is_wiped = is_wiped } end
  return nil
end

-- Silence is certain only for those who were heard since the grace began.
local function is_protected(last_beat, g)
  return g ~= nil and last_beat < g.from
end

-- Who is announced as gone while nobody's past is known has to be announced again on return.
local function mark_announced_off(visitor, g)
  if g and g.is_wiped then redis.call('ZADD', ENDED, g.till, visitor .. '|')
  -- Nobody's past is unknown any more, and must not become so by a clock that steps back.
  else redis.call('HDEL', SWEEP, 'wipedUntil') end
end

-- Never later than the earliest of what there is to sweep; the sweep itself sets it exactly.
local function note_due(at)
  if redis.call('EXISTS', DUE) == 0 then
    local last = tonumber(redis.call('HGET', SWEEP, 'last'))
    if last then
      local wiped = tonumber(redis.call('HGET', SWEEP, 'wipedUntil'))
      if wiped and (last >= wiped or now >= wiped or wiped > now + TTL_HIDDEN) then redis.call('HDEL', SWEEP, 'wipedUntil') end
      redis.call('HSET', SWEEP, 'last', string.format('%.0f', now))
    else
      -- A store that has never been swept is new or was wiped: visitors may be on their way back.
      redis.call('HSET', SWEEP, 'last', string.format('%.0f', now),
        'graceFrom', string.format('%.0f', now), 'graceUntil', string.format('%.0f', now + TTL_HIDDEN),
        'wipedUntil', string.format('%.0f', now + TTL_HIDDEN))
    end
  end
  if redis.call('ZADD', DUE, 'LT', at, SITE) == 1 then redis.call('SADD', SITES, SITE) end
end

-- Exactly the earliest of what there is to sweep.
local function set_due()
  local earliest = tonumber(redis.call('HGET', META, 'resyncAt'))
  for _, key in ipairs({ DEADLINES, LEAVING, ENDED, LEFT }) do
    local first = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2]
    local at = first and tonumber(first) + (key == LEFT and LEFT_KEPT_MS or 0)
    if at and (not earliest or at < earliest) then earliest = at end
  end
  if earliest then redis.call('ZADD', DUE, earliest, SITE) else redis.call('ZREM', DUE, SITE) end
end

-- Something went unannounced: when the grace ends, everybody has to read again.
local function resync_after(g)
  redis.call('HSET', META, 'resyncAt', string.format('%.0f', g.till))
  note_due(g.till)
end
