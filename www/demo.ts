// What the demo pages have in common: the bar, and the choice of language and look, kept for the next visit.

const LANGUAGES = { en: "English", "zh-CN": "简体中文" } as const;
type Language = keyof typeof LANGUAGES;
type Said = Record<Language, string>;

const PAGES: Record<string, Said> = {
  "index.html": { en: "Survey", "zh-CN": "填写调查" },
  "report.html": { en: "Its report", "zh-CN": "调查报告" },
  "kinds.html": { en: "Every kind of question", "zh-CN": "各种题型" },
  "shapka.html": { en: "Report of 1,842 answers", "zh-CN": "1842 份答复的报告" },
  "groceries.html": { en: "Every chart", "zh-CN": "所有图表" },
  "open.html": { en: "Your own file", "zh-CN": "您自己的文件" },
  "customers.html": { en: "Customers", "zh-CN": "客户" },
  "measures.html": { en: "Measures", "zh-CN": "测量方法" },
};
const LOOKS: Record<string, Said> = { system: { en: "As the system", "zh-CN": "跟随系统" }, light: { en: "Light", "zh-CN": "浅色" }, dark: { en: "Dark", "zh-CN": "深色" } };
const WORDS = {
  language: { en: "Language", "zh-CN": "语言" },
  look: { en: "Look", "zh-CN": "外观" },
  pages: { en: "Pages", "zh-CN": "页面" },
} satisfies Record<string, Said>;

/** A choice that outlives the page, where the browser keeps anything. */
function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`manyi-demo-${name}`);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`manyi-demo-${name}`, value);
  } catch {
    // Then the choice lasts as long as the page.
  }
}

function spoken(tag: string | null): Language | null {
  if (!tag) return null;
  return tag.toLowerCase().startsWith("zh") ? "zh-CN" : tag.toLowerCase().startsWith("en") ? "en" : null;
}

let language = spoken(remembered("language")) ?? spoken(navigator.language) ?? "en";
let look = remembered("look") ?? "system";

const bar = document.createElement("header");
bar.className = "bar";
document.body.prepend(bar);

function show(): void {
  document.documentElement.lang = language;
  document.documentElement.dataset["look"] = look;
  for (const element of document.querySelectorAll("manyi-survey, manyi-report, manyi-customers")) element.setAttribute("language", language);
  // Words of the pages themselves stand in the markup, one attribute for each language.
  for (const element of document.querySelectorAll<HTMLElement>("[data-en]")) element.textContent = element.dataset[language === "en" ? "en" : "zh"] ?? "";
  const title = document.querySelector("h1")?.textContent;
  if (title) document.title = `${title} · manyi`;
  bar.replaceChildren(contents());
}

function contents(): HTMLElement {
  const inner = document.createElement("div");
  const brand = link("index.html", "manyi 满意");
  brand.className = "brand";
  const nav = document.createElement("nav");
  nav.setAttribute("aria-label", WORDS.pages[language]);
  const here = location.pathname.split("/").at(-1) || "index.html";
  for (const [page, title] of Object.entries(PAGES)) {
    const entry = link(page, title[language]);
    if (page === here) entry.setAttribute("aria-current", "page");
    nav.append(entry);
  }
  const settings = document.createElement("div");
  settings.className = "settings";
  settings.append(
    selector("language", WORDS.language[language], LANGUAGES, language, (value) => (language = spoken(value) ?? "en")),
    selector("look", WORDS.look[language], Object.fromEntries(Object.entries(LOOKS).map(([value, title]) => [value, title[language]])), look, (value) => (look = value)),
  );
  inner.append(brand, nav, settings);
  return inner;
}

function link(page: string, title: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.href = page;
  made.textContent = title;
  return made;
}

function selector(name: string, title: string, options: Record<string, string>, value: string, changed: (value: string) => void): HTMLLabelElement {
  const label = document.createElement("label");
  const words = document.createElement("span");
  words.className = "unseen";
  words.textContent = title;
  const select = document.createElement("select");
  select.name = name;
  for (const [option, text] of Object.entries(options)) select.add(new Option(text, option, false, option === value));
  select.addEventListener("change", () => {
    changed(select.value);
    remember(name, select.value);
    show();
    bar.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.focus();
  });
  label.append(words, select);
  return label;
}

show();
