-- KEYS 1 index of generations that have a status  2 this status
-- ARGV 1 generation number  2 time to live in ms  3 pattern of status keys, then fields and values.
for _, number in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  if redis.call('EXISTS', string.format(ARGV[3], number)) == 0 then
    redis.call('SREM', KEYS[1], number)
  end
end
redis.call('DEL', KEYS[2])
redis.call('HSET', KEYS[2], unpack(ARGV, 4))
redis.call('PEXPIRE', KEYS[2], ARGV[2])
redis.call('SADD', KEYS[1], ARGV[1])
return {1}
