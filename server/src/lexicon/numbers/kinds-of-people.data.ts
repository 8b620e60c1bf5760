// Generated from kinds-of-people.txt by `npm run generate`; change that.
export const data =
  "total: people persons victims dead casualties passengers residents members prisoners hostages migrants students workers employees suspects survivors patients lawmakers players\npart: men women children boys girls adults males females civilians soldiers officers policemen infants babies teenagers minors pensioners foreigners locals teachers pupils drivers crew";
