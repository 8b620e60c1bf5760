// Loaded before the server (`node --expose-gc --require`): tells over Node's own channel what its memory holds once all that is dead has been
// taken out. The server itself knows nothing of it.
process.on('message', () => {
  global.gc();
  global.gc();
  process.send(process.memoryUsage());
});
// who listens there keeps nobody from ending
process.channel.unref();
