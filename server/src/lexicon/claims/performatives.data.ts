// Generated from performatives.txt by `npm run generate`; change that.
export const data =
  "pledge\nvow\npromise\nswear\ncall\nurge\ncondemn\nwelcome\nreject\ndeny\norder\naccuse\napologise\napologize\nthank\ndemand\nthreaten\nagree\nrefuse\ndecline\npropose\noffer\nask\npraise\ncriticise\ncriticize\nblame\nsupport\nback\noppose\nappeal\ninvite\nadvise\nencourage\ninstruct\nexpress\nendorse\nprotest\ndenounce\ndeplore\ncongratulate\nchallenge\ndismiss\nrule\nveto\napprove\nsentence\nfine\nplan\nintend";
