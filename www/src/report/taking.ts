// What it takes to hand something out of the page, in one piece.
export { download } from "./download.js";
export { csvFile, jsonFile, png, svgFile } from "./exports.js";
export { rejectedCsv, tableCsv } from "./table-csv.js";
