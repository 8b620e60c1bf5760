// Generated from speech-tags.txt by `npm run generate`; change that.
export const data =
  "said\nsays\nsay\nasked\nasks\nadded\nadds\ntold\ntells\nwrote\nwrites\nreplied\nreplies\ntweeted\nposted\nshouted\nyelled\nrecalled\ncontinued\nexclaimed\nconcluded\nwondered\ndeclared\nresponded\njoked\nquipped\ndemanded\ncried\nscreamed\nchanted\nanswered\nexplained\ninsisted\nwarned\nnoted\nstated\nread\nreads\nrepeated\nremarked\nquestioned\npressed\nmused\nretorted\nsnapped\ninterjected\ninquired\npleaded\nwhispered\nlaughed\nwonders\nremarks\nquestions";
