// Commands as people paste them into a draft, fences or none: one shape a kind, told by the line alone.
import type { ProgramLine } from './program-lines';

export const commandLines: readonly ProgramLine[] = [
  {
    of: 'programs whose names are no words',
    like: ['curl -H "Lom" x', 'grep "lom" a.txt', 'ssh port "lom"', 'wget http://lom', 'sudo -u "lom" ls'],
    line: /^(?:curl|wget|[ef]?grep|sed|awk|chmod|chown|mkdir|rmdir|sudo|npm|npx|pnpm|pip3?|kubectl|rsync|scp|ssh|psql|mysql|sqlite3|jq|xargs|ffmpeg|openssl|systemctl|gcloud|printf|apt-get|python3?|ls|cp|mv|cd) ["'\w./~$*:-]/,
  },
  {
    of: 'options before any mark',
    like: ['find . -name "lom"', 'tar -xf lom.tar', 'git commit -m "lom"', 'lom run --port "a"', 'lom --port=a'],
    line: /^[a-z][\w.+-]{0,30}(?: [^\s"'-][^\s"']{0,60}){0,2} (?:-[A-Za-z]{1,3}(?: ["'\w./~$]|$)|--?[A-Za-z][\w-]{0,30}[= ]["'./~$\d]|--[a-z][\w-]{0,30}=)/,
  },
  {
    of: 'prompts',
    like: ['$ lom "a"', '% ls "lom"', 'PS> lom "a"', 'C:\\lom> dir "a"', 'ada@port:~$ lom', '>>> lom("a")'],
    line: /^(?:\$ [a-z./~]|% [a-z]{2,12} ["'./~-]|PS(?: [^\s>]{1,60})?> |[A-Z]:\\[^\s>]{0,60}> ?\S|[\w.-]{1,40}@[\w.-]{1,40}:\S{0,60}[$#] |>>> )/,
  },
  {
    of: 'programs by their path',
    like: ['./lom "a"', '~/bin/lom --port', '/usr/bin/lom "a"', '../lom -a'],
    line: /^(?:\.{1,2}|~)?\/[\w./-]{1,80} ["'-]/,
  },
  {
    of: 'one command behind another',
    like: ['ls | grep "lom"', 'sleep 5; echo "lom"', 'make lom && echo "lom"'],
    line: /^[a-z./~][^\n|;&]{0,120}(?: \||;| &&| \|\|) (?:grep|awk|sed|sort|head|tail|xargs|wc|tee|cut|jq|less|uniq|echo|cd|cp|mv|rm|ls|cat|sudo|make|curl|git) /,
  },
  {
    of: 'PowerShell',
    like: ['Get-Item "lom"', 'Write-Host "lom"', 'Remove-Item -Path "lom"'],
    line: /^(?:Get|Set|New|Remove|Add|Write|Invoke|Import|Export|Start|Stop|Copy|Move|Select|Where|Test|Out)-[A-Z][A-Za-z]{1,30} (?:-[A-Z]|["'$])/,
  },
];

/** Cheap, and passed by most lines of copy. */
const MAY_COMMAND = /^(?:[a-z$%.~/>]|PS\b|[A-Z]:\\|[A-Z][a-z]{1,8}-[A-Z])/;

export const isCommandLine = (line: string): boolean =>
  MAY_COMMAND.test(line) && commandLines.some(({ line: shape }) => shape.test(line));
