-- Reads partitions of one generation at one checkpoint. Writes nothing.
--
-- KEYS  1 checkpoint  2 touch  3 marks  4.. partitions
-- ARGV  1 length of a partition key's prefix  2 after how many fields no further partition is sent: nobody else is
--       served meanwhile. Then per partition the version held ('' = nothing is held)
--
-- Replies {} if there is no checkpoint, else {checkpoint, marks, one element per partition}: 0 if the version held is
-- still current, 1 if it is not but was not sent, else {version, fields}. A partition never touched has version '0'.

local call = redis.call
local checkpoint = call('GET', KEYS[1])
if not checkpoint then
  return {}
end
local from = tonumber(ARGV[1]) + 1
local left = tonumber(ARGV[2])
local reply = {checkpoint, call('HGETALL', KEYS[3])}
for k = 4, #KEYS do
  local key = KEYS[k]
  local version = call('HGET', KEYS[2], string.sub(key, from)) or '0'
  if version == ARGV[k - 1] then
    reply[k - 1] = 0
  elseif left <= 0 then
    reply[k - 1] = 1
  else
    local fields = call('HGETALL', key)
    left = left - #fields / 2
    reply[k - 1] = {version, fields}
  end
end
return reply
