--[[
  A slice of the roster of a site, with its position. The roster has three parts: who is online, newest arrival first; whose
  deadline has passed but whose end is not announced, latest deadline first; who went lately, latest seen first. Older ones
  are only in PostgreSQL; ids found there are sorted into the parts by name. Reads only, and never more than asked for.
  KEYS 1 deadlines  2 since  3 meta  4 left  5 sessions  6 pages  7 sweep   (see prelude.lua)
  ARGV 1 offset of the clock, ms  2 '1' to read down the list, '0' up  3 '1' to read sessions too, '2' pages as well
       4 most visitors to name  5 most visitors to look at in each part
       6, 7 place in the part online to go on from: score and id; '' for its end, '-' to leave it out
       8, 9 the same of the part lapsed  10, 11 of the part left
       12 and on: ids from PostgreSQL
  Returns { now ms, epoch ('' for none), offset, number online, 1 during a blackout's grace else 0,
            since when the site is remembered, Unix ms (0: for long enough; -1: it is not),
            a digit for each id from PostgreSQL (0 in no part, 1 online, 2 lapsed, 3 left),
            online, lapsed, left: each { 0 read to its end, 1 more may follow, 2 not begun, score and id it was read to,
            id, score, id, score, ... },
            packed visit of each online, packed pages of each in all three }
]]
local DEADLINES, SINCE, META, LEFT, SESSIONS, PAGES, SWEEP = unpack(KEYS)
local BLACKOUT_MS = 10000
-- More arguments than this do not fit into one call.
local CHUNK = 1000
local is_down, depth, wanted, most = ARGV[2] == '1', tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[1])
local now_text = string.format('%.0f', now)

-- How many come before the place, in the direction read. The place need not be taken any more.
local function rank_after(key, score, id)
  local first = redis.call('ZCOUNT', key, '-inf', '(' .. score)
  local past = first + redis.call('ZCOUNT', key, score, score)
  local ties_end = past
  while first < past do
    local middle = math.floor((first + past) / 2)
    if redis.call('ZRANGE', key, middle, middle)[1] < id then first = middle + 1 else past = middle end
  end
  if is_down then return redis.call('ZCARD', key) - first end
  local is_taken = first < ties_end and redis.call('ZRANGE', key, first, first)[1] == id
  return is_taken and first + 1 or first
end

local function online_only(batch)
  local ids = {}
  for i = 1, #batch, 2 do ids[#ids + 1] = batch[i] end
  local deadlines = redis.call('ZMSCORE', DEADLINES, unpack(ids))
  local kept = {}
  for i, id in ipairs(ids) do
    if deadlines[i] and tonumber(deadlines[i]) > now then
      kept[#kept + 1] = id
      kept[#kept + 1] = batch[2 * i]
    end
  end
  return kept, false
end

-- Read upwards, this part ends where those online begin.
local function lapsed_only(batch)
  local kept = {}
  for i = 1, #batch, 2 do
    if tonumber(batch[i + 1]) > now then return kept, true end
    kept[#kept + 1] = batch[i]
    kept[#kept + 1] = batch[i + 1]
  end
  return kept, false
end

local function all_of(batch) return batch, false end

local function read_part(key, keeps, beginning, score, id, room)
  if score == '-' then return { 0, '', '' } end
  if room <= 0 then return { 2, '', '' } end
  local rank = score == '' and beginning or rank_after(key, score, id)
  local part, looked_at, is_over = { 1, '', '' }, 0, false
  while not is_over and looked_at < most and #part - 3 < 2 * room do
    local count = math.min(CHUNK, math.max(1, room - (#part - 3) / 2))
    local batch = redis.call(is_down and 'ZREVRANGE' or 'ZRANGE', key, rank, rank + count - 1, 'WITHSCORES')
    is_over = #batch < 2 * count
    if #batch > 0 then
      local kept, is_end = keeps(batch)
      for _, value in ipairs(kept) do part[#part + 1] = value end
      is_over = is_over or is_end
      part[2], part[3] = batch[#batch], batch[#batch - 1]
    end
    rank, looked_at = rank + count, looked_at + count
  end
  if is_over then part[1] = 0 end
  return part
end

local fates, strangers = {}, 0
for from = 12, #ARGV, CHUNK do
  local ids = {}
  for i = from, math.min(#ARGV, from + CHUNK - 1) do ids[#ids + 1] = ARGV[i] end
  local deadlines, lefts = redis.call('ZMSCORE', DEADLINES, unpack(ids)), redis.call('ZMSCORE', LEFT, unpack(ids))
  for i = 1, #ids do
    local fate = '0'
    if deadlines[i] then fate = tonumber(deadlines[i]) > now and '1' or '2' elseif lefts[i] then fate = '3' end
    if fate == '0' then strangers = strangers + 1 end
    fates[#fates + 1] = fate
  end
end

local part, room = {}, wanted
local count_online = redis.call('ZCOUNT', DEADLINES, '(' .. now_text, '+inf')
local function take(name, key, keeps, beginning, at)
  part[name] = read_part(key, keeps, beginning, ARGV[at], ARGV[at + 1], room)
  room = room - (#part[name] - 3) / 2
end
local function take_online() take('online', SINCE, online_only, 0, 6) end
local function take_lapsed() take('lapsed', DEADLINES, lapsed_only, is_down and count_online or 0, 8) end
local function take_left() take('left', LEFT, all_of, 0, 10) end
if is_down then
  take_online() take_lapsed() take_left()
else
  -- Those who are only in PostgreSQL come first from this side, but may mix with who went lately.
  take_left()
  room = room - strangers
  take_lapsed() take_online()
end

local function packed_of(key, names)
  local ids, packed = {}, {}
  for _, name in ipairs(names) do
    for i = 4, #part[name], 2 do ids[#ids + 1] = part[name][i] end
  end
  if #ids == 0 then return packed end
  for i, value in ipairs(redis.call('HMGET', key, unpack(ids))) do packed[i] = value or '' end
  return packed
end

local meta = redis.call('HMGET', META, 'epoch', 'offset')
local s = redis.call('HMGET', SWEEP, 'last', 'graceUntil', 'wipedUntil', 'graceFrom')
local last, till, wiped_till = tonumber(s[1]), tonumber(s[2]), tonumber(s[3])
local remembered_from = 0
if not meta[1] then remembered_from = -1
elseif wiped_till and now < wiped_till then remembered_from = tonumber(s[4]) end
local uncertain = ((last and now - last > BLACKOUT_MS) or (till and now < till)) and 1 or 0
return {
  now, meta[1] or '', tonumber(meta[2] or 0), count_online, uncertain, remembered_from, table.concat(fates),
  part.online, part.lapsed, part.left,
  depth >= 1 and packed_of(SESSIONS, { 'online' }) or {},
  depth >= 2 and packed_of(PAGES, { 'online', 'lapsed', 'left' }) or {},
}
