// Tells the process that started this one how much CPU it has taken, in microseconds.
process.once('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeSync(3, String(user + system));
});
