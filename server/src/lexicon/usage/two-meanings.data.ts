// Generated from two-meanings.txt by `npm run generate`; change that.
export const data =
  "re-sign\nre-signed\nre-cover\nre-covered\nre-form\nre-formed\nre-create\nre-created\nre-creation\nre-sent\nre-serve\nre-sort\nre-lease\nre-leased\nre-act\nre-mark\nre-dress\nre-prove\nre-present\nre-treat\nre-strain\nre-count\nre-counted\nre-collect\nre-address\nre-store\nre-press\nco-op\nco-ops\nun-ionized\npre-position";
