-- The state of the whole at one instant. Writes nothing.
--
-- KEYS  1 pointer  2 index of generations that have a status  3 canary
-- ARGV  patterns of keys: 1 status  2 checkpoint  3 marks  4 boards
--
-- Replies {pointer, canary, statuses, checkpoint, marks, boards}; the last three of the live generation, empty without one.
local call = redis.call
local statuses = {}
for _, number in ipairs(call('SMEMBERS', KEYS[2])) do
  local status = call('HGETALL', string.format(ARGV[1], number))
  if #status > 0 then
    statuses[#statuses + 1] = status
  end
end
local pointer = call('GET', KEYS[1]) or '- -'
local canary = call('GET', KEYS[3]) or ''
local live = string.match(pointer, '^%d+')
if not live then
  return {pointer, canary, statuses, '', {}, {}}
end
return {
  pointer,
  canary,
  statuses,
  call('GET', string.format(ARGV[2], live)) or '',
  call('HGETALL', string.format(ARGV[3], live)),
  call('HGETALL', string.format(ARGV[4], live)),
}
