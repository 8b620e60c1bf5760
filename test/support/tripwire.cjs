// Loaded before a program (`node --require`): writes a line to $TRIPWIRE for every way out to a network that it tries, and lets none through.
const { appendFileSync } = require('node:fs');
const { Module } = require('node:module');

const tell = (way, what) => {
  appendFileSync(process.env.TRIPWIRE, `${way} ${String(what)}\n`);
  throw new Error(`the tripwire: ${way}`);
};

const net = require('node:net');
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [where] = Array.isArray(args[0]) ? args[0] : args;
  // a pipe between programs of one machine is no network
  const isLocal = typeof where === 'string' || typeof where?.path === 'string';
  return isLocal ? connect.apply(this, args) : tell('connect', JSON.stringify(where));
};
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  return typeof args[0] === 'string' ? listen.apply(this, args) : tell('listen', JSON.stringify(args[0]));
};
require('node:dgram').createSocket = (kind) => tell('datagram', JSON.stringify(kind));
for (const dns of [require('node:dns'), require('node:dns').promises])
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt', 'reverse'])
    dns[name] = (host) => tell('name', host);
for (const way of ['fetch', 'WebSocket', 'EventSource'])
  globalThis[way] = (where) => {
    tell(way, where);
  };

// what a worker is started with is loaded there too
const { syncBuiltinESMExports } = Module;
syncBuiltinESMExports();
