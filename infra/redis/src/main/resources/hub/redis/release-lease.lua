-- KEYS 1 lease. ARGV 1 instance. Replies whether the instance held the lease.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return {0}
end
redis.call('DEL', KEYS[1])
return {1}
