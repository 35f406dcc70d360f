export const HELP = `manyi: customer satisfaction, from the command line

  manyi check SURVEY                     checks a definition; --json writes it with its defaults filled in
  manyi tally SURVEY ANSWERS...          counts CSV files into one tally (JSON)
  manyi sql SURVEY --dialect D --table T the query that counts in a database (duckdb or spark)
  manyi report SURVEY TALLY --out FOLDER charts (SVG), tables (CSV) and one HTML page that stands alone

A file may be -, for standard input.

tally and sql:
  --columns FILE     answer keys by the file's headers or the table's columns, as a JSON object
  --missing WORD     a word that stands for a missing answer; may come again
  --out FILE         write there, not to standard output

tally:
  --rows             ANSWERS are the result rows of "manyi sql": a JSON array, or an object a line
  --progress         tell how far it is, also where standard error is no terminal
  --quiet            tell nothing but errors

sql:
  --table NAME       the table; again for each name that leads to it: --table schema --table answers

report:
  --language TAG     en unless given; zh-CN, zh-TW, es, de, fr, ja, pt or ar
  --segment Q=V      only those who answered Q with V
  --importance M     stated, pearson, lmg, johnson, first, last, beta-squared or pratt
  --crosshair R      mean, median or midpoint
  --level P          of confidence; 0.95 unless given
  --minimum-cell N   the fewest answers a segment is shown with; 5 unless given

  -h, --help         this
  -v, --version      the version

Exit codes: 0 done, 1 an input is wrong, 2 the command line is wrong.
`;
