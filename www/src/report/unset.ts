// Loaded only where a report is set wrongly, or was given no survey.
import { type TemplateResult, html } from "lit/html.js";
import { ManyiError } from "../error.js";
import { ManyiFailed } from "../failed.js";
import type { ManyiReport } from "./element.js";
import { languageKey } from "./messages.js";
import type { Tongue } from "./view/tongue.js";

/** What a report without a survey is for, by language. */
const WORDS: Readonly<Record<string, string>> = {
  en: "Open a CSV file of answers, or drop one here: the report of it appears in this place. What its columns hold is asked where it is not clear. The file stays in this browser.",
  zh: "请打开答复的 CSV 文件，或将其拖到此处：报告将显示在这里。列的含义不明确时会询问您。文件只留在此浏览器中。",
  "zh-Hant": "請開啟答覆的 CSV 檔案，或將其拖放到此處：報告將顯示在這裡。欄位含義不明確時會詢問您。檔案只留在此瀏覽器中。",
  es: "Abra un archivo CSV de respuestas o suéltelo aquí: su informe aparecerá en este lugar. Si no está claro qué contienen sus columnas, se le preguntará. El archivo no sale de este navegador.",
  de: "Öffnen Sie eine CSV-Datei mit Antworten oder legen Sie sie hier ab: Der Bericht dazu erscheint an dieser Stelle. Was ihre Spalten enthalten, wird gefragt, wo es nicht klar ist. Die Datei bleibt in diesem Browser.",
  fr: "Ouvrez un fichier CSV de réponses ou déposez-le ici : son rapport apparaîtra à cet endroit. Le contenu des colonnes vous sera demandé s’il n’est pas clair. Le fichier reste dans ce navigateur.",
  ja: "回答の CSV ファイルを開くか、ここにドロップしてください。レポートがここに表示されます。列の内容がはっきりしない場合はお尋ねします。ファイルはこのブラウザの外に出ません。",
  pt: "Abra um arquivo CSV de respostas ou solte-o aqui: o relatório aparecerá neste lugar. Se não estiver claro o que as colunas contêm, isso será perguntado. O arquivo não sai deste navegador.",
  ar: "افتح ملف CSV يحتوي على الإجابات أو أفلته هنا، وسيظهر تقريره في هذا المكان. سيُطلب منك توضيح محتوى الأعمدة حيث لا يكون واضحًا. يبقى الملف في هذا المتصفح.",
};
/** How long a page may take to say which survey is meant. */
const PATIENCE = 3000;

const warned = new Set<string>();
const awaited = new WeakSet<ManyiReport>();

/** What to do with a report that has no survey. Answers without one are a mistake of the page, and told. */
export function unset(report: ManyiReport, { language }: Tongue): TemplateResult {
  if (!awaited.has(report)) {
    awaited.add(report);
    setTimeout(() => {
      const answers = report.tally ? "tally" : report.src ? "src" : null;
      if (answers && report.isConnected && !report.survey && !report.definition) {
        tell(report, "no-definition", `${answers} holds answers, but to which survey? Set survey to the address of its JSON, or the property definition to the survey itself`, "survey");
      }
    }, PATIENCE);
  }
  return html`<div class="empty" part="unset"><p>${WORDS[languageKey(language)] ?? WORDS.en}</p></div>`;
}

/** Tells of attributes that cannot be read; the report goes on as if they had not been set. */
export function misset(report: ManyiReport): void {
  const { segment, remember } = report;
  if (segment && !/^[^=]+=/.test(segment)) tell(report, "wrong-shape", `segment is "${segment}"; it names a question and a value: region=north`, "segment");
  if (remember !== null && remember !== "url") tell(report, "unknown-name", `remember is "${String(remember)}"; allowed is url`, "remember");
}

function tell(report: ManyiReport, code: string, message: string, path: string): void {
  if (!warned.has(message)) console.warn(`<manyi-report>: ${message}`);
  warned.add(message);
  report.dispatchEvent(new ManyiFailed({ error: new ManyiError(code, message, path) }));
}
