// Loaded before the packager, which lets nobody say how hard to press: as hard as can be.
const zlib = require('node:zlib');

const { createDeflateRaw } = zlib;
zlib.createDeflateRaw = (options) => createDeflateRaw({ level: 9, memLevel: 9, ...options });
