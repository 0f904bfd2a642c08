-- KEYS 1 pointer. ARGV 1 expected  2 next  3 channel  4 announcement. Replies whether the pointer was moved.
if (redis.call('GET', KEYS[1]) or '- -') ~= ARGV[1] then
  return {0}
end
redis.call('SET', KEYS[1], ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4])
return {1}
