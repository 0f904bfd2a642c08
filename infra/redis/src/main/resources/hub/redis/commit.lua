-- Applies one commit to a generation: all of it if the stored checkpoint equals the expected one, else nothing.
--
-- KEYS  1 checkpoint  2 touch  3 marks  4 history  5 boards  6.. one per partition written
-- ARGV  1 expected checkpoint ('' = none)  2 next checkpoint  3 its sequence  4 version  5 touched-at
--       6 channel ('' = say nothing yet)  7 announcement head
--       8 number of boards cleared, then their names; "name<day<hour" clears only partitions before that day or hour
--       then number of schema history entries, then the entries
--       then per partition: increments n, puts n, removes n, followed by 2n, 2n and n arguments
--
-- Replies {word, detail}: applied | already | refused (detail: what is stored) | damaged (detail: why).
-- Any failure after the first write leaves the mark "writing" or "damaged": the generation is then unusable.

local call = redis.call
local checkpoint, touch, marks, history, boards = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local FIRST_PARTITION = 6

-- Packed tallies are rows * 2^40 + items. Lua's numbers are doubles: beyond 2^53 they blur the lowest bits, which
-- neither the sign of the rows nor a bound with as much slack as this one minds. Zero is exact.
local ONE_ROW = 1099511627776
local NEGATIVE_ROWS = -549755813888
local MOST_ITEMS = 274877906944
local LEAST_ITEMS = ONE_ROW - MOST_ITEMS
local CHUNK = 1000

-- Redis keeps a small hash as a list, which every increment searches from its start. A field too long for that form
-- turns it into a table for good, which pays where many increments follow.
local MANY = 64
local TOO_LONG = string.rep('-', 65)

local function has_type(key, wanted)
  local found = call('TYPE', key).ok
  return found == wanted or found == 'none', found
end

for key, wanted in pairs({[checkpoint] = 'string', [touch] = 'hash', [marks] = 'hash', [history] = 'list', [boards] = 'hash'}) do
  local fits, found = has_type(key, wanted)
  if not fits then
    return {'damaged', key .. ' is a ' .. found .. ', not a ' .. wanted}
  end
end

local marked = call('HMGET', marks, 'damaged', 'writing', 'announced')
if marked[1] then
  return {'damaged', marked[1]}
end
if marked[2] then
  return {'damaged', 'commit ' .. marked[2] .. ' was cut off while it was writing'}
end

local stored = call('GET', checkpoint) or ''
if stored == ARGV[2] then
  return {'already'}
end
if stored ~= ARGV[1] then
  return {'refused', stored}
end

-- Nothing may be written before every argument and every key has been looked at.
local function damaged(reason)
  call('HSET', marks, 'damaged', reason)
  return {'damaged', reason}
end

if stored == '' and call('EXISTS', touch, history, boards) > 0 then
  return damaged('remains of an earlier fill without a checkpoint')
end

local at = 8
local cleared_from = at + 1
at = cleared_from + tonumber(ARGV[at])
local cleared_to = at - 1
local history_from = at + 1
at = history_from + tonumber(ARGV[at])
local history_to = at - 1
local first_header = at

for k = FIRST_PARTITION, #KEYS do
  at = at + 3 + 2 * tonumber(ARGV[at]) + 2 * tonumber(ARGV[at + 1]) + tonumber(ARGV[at + 2])
  local fits, found = has_type(KEYS[k], 'hash')
  if not fits then
    return damaged(KEYS[k] .. ' is a ' .. found .. ', not a hash')
  end
end
if at ~= #ARGV + 1 then
  return redis.error_reply('HUBARGS ' .. #ARGV .. ' arguments, but the counts say ' .. (at - 1))
end

local sequence, version = ARGV[3], ARGV[4]
local prefix = string.sub(touch, 1, -6) .. 'b:'
local touched, seen = {}, {}

local function touched_now(partition)
  if not seen[partition] then
    seen[partition] = true
    touched[#touched + 1] = partition
  end
end

local function before(part, day, hour)
  if part == 'all' then
    return false
  end
  return part < (string.find(part, 'T', 1, true) and hour or day)
end

local function clear(what)
  local board, day, hour = string.match(what, '^([^<]+)<([^<]+)<([^<]+)$')
  board = board or what
  local start = board .. ':'
  for _, partition in ipairs(call('HKEYS', touch)) do
    if string.sub(partition, 1, #start) == start
        and (not day or before(string.sub(partition, #start + 1), day, hour))
        and call('UNLINK', prefix .. partition) == 1 then
      touched_now(partition)
    end
  end
  if not day then
    call('HDEL', marks, 'drift:' .. board, 'overflow:' .. board)
  end
end

local function trip(mark, key)
  local partition = string.sub(key, #prefix + 1)
  call('HSETNX', marks, mark .. ':' .. string.match(partition, '^[^:]+'), sequence .. ' ' .. partition)
end

local function in_chunks(command, key, from, to)
  for i = from, to, CHUNK do
    call(command, key, unpack(ARGV, i, math.min(i + CHUNK - 1, to)))
  end
end

local function check(key, value)
  if value < NEGATIVE_ROWS then
    trip('drift', key)
  end
  local items = value % ONE_ROW
  if items >= MOST_ITEMS and items <= LEAST_ITEMS then
    trip('overflow', key)
  end
end

-- What is added to nothing is the sum: a new partition takes many fields at once, at a fraction of the cost.
local function set_sums(key, from, to)
  for i = from, to, 2 do
    check(key, tonumber(ARGV[i + 1]))
  end
  in_chunks('HSET', key, from, to)
end

local function add_to_sums(key, from, to)
  for i = from, to, 2 do
    local value = call('HINCRBY', key, ARGV[i], ARGV[i + 1])
    if value == 0 then
      call('HDEL', key, ARGV[i])
    else
      check(key, value)
    end
  end
end

local function increment(key, from, to)
  if to < from then
    return
  end
  local write = call('EXISTS', key) == 0 and set_sums or add_to_sums
  local many = to - from >= 2 * MANY
  if many then
    call('HSET', key, TOO_LONG, '')
  end
  write(key, from, to)
  if many then
    call('HDEL', key, TOO_LONG)
  end
end

local function write_partitions()
  local header = first_header
  for k = FIRST_PARTITION, #KEYS do
    local key = KEYS[k]
    local increments = header + 3
    local puts = increments + 2 * tonumber(ARGV[header])
    local removes = puts + 2 * tonumber(ARGV[header + 1])
    local stop = removes + tonumber(ARGV[header + 2])
    increment(key, increments, puts - 1)
    in_chunks('HSET', key, puts, removes - 1)
    in_chunks('HDEL', key, removes, stop - 1)
    touched_now(string.sub(key, #prefix + 1))
    header = stop
  end
end

local function touch_all()
  local touched_boards = {}
  for _, partition in ipairs(touched) do
    call('HSET', touch, partition, version)
    touched_boards[string.match(partition, '^[^:]+')] = true
  end
  for board in pairs(touched_boards) do
    call('HSET', boards, board, sequence .. ' ' .. ARGV[5])
  end
end

-- Commits inside a long transaction say nothing; the one that ends it names what they touched, too.
local function touched_since_announced()
  local announced = tonumber(marked[3] or 0)
  if announced == tonumber(sequence) - 1 then
    return touched
  end
  local since = {}
  local all = call('HGETALL', touch)
  for i = 1, #all, 2 do
    if tonumber(string.match(all[i + 1], '^%d+')) > announced then
      since[#since + 1] = all[i]
    end
  end
  return since
end

local function announce()
  local since = touched_since_announced()
  local lines = {ARGV[7], tostring(#since)}
  for _, partition in ipairs(since) do
    lines[#lines + 1] = partition
  end
  lines[#lines + 1] = ARGV[2]
  call('HSET', marks, 'announced', sequence)
  call('PUBLISH', ARGV[6], table.concat(lines, '\n'))
end

-- The first write: a full or read-only Redis refuses it, and then nothing has happened.
call('HSET', marks, 'writing', sequence)
local whole, problem = pcall(function()
  for i = cleared_from, cleared_to do
    clear(ARGV[i])
  end
  write_partitions()
  touch_all()
  for i = history_from, history_to do
    call('RPUSH', history, ARGV[i])
  end
  call('SET', checkpoint, ARGV[2])
  if ARGV[6] ~= '' then
    announce()
  end
end)
if not whole then
  return damaged(type(problem) == 'table' and problem.err or tostring(problem))
end
call('HDEL', marks, 'writing')
return {'applied'}
