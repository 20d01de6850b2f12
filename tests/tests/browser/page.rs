//! A matter's page as a resident sees it: which question stands there, which lines, in which state.

use std::sync::OnceLock;

use onetrip_tests::cases;
use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::{Browser, Session};
use onetrip_widget::rules::Day;
use serde_json::Value;

/// Reads the whole state in one go. Seen means: has a box on the page.
const STATE: &str = "
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const seen = (node) => Boolean(node) && node.getClientRects().length > 0;
  const text = (selector) => { const node = document.querySelector(selector); return seen(node) ? node.textContent.trim() : ''; };
  const wizard = document.getElementById('wizard');
  const question = all('#wizard [data-question]').find(seen);
  return {
    running: seen(wizard),
    state: wizard && wizard.dataset.state || '',
    question: question ? question.dataset.label : '',
    kind: question ? question.dataset.kind : '',
    least: question ? Number(question.dataset.min) : 0,
    most: question ? Number(question.dataset.max) : 0,
    options: question ? all('.choice-text', question).map((node) => node.textContent) : [],
    lines: all('#list .lines > .line').filter(seen).map((node) => ({
      name: node.dataset.name,
      status: node.dataset.status || 'always',
      when: all('.when', node).filter(seen).map((inner) => inner.textContent).join(' '),
      why: all('.why', node).filter(seen).map((inner) => inner.textContent).join(' '),
    })),
    stops: all('[data-stop]').filter(seen).map((node) => node.querySelector('h3').textContent),
    answers: all('#answer-rows .answer-text').filter(seen).map((node) => node.textContent),
    progress: text('#progress'),
    summary: text('#summary'),
    error: text('#question-error'),
    restored: seen(document.getElementById('restored')),
    old: seen(document.getElementById('old-version')),
  };";

/// Whether the wizard has its engine.
const READY: &str = "const wizard = document.getElementById('wizard'); return Boolean(wizard && wizard.dataset.state);";

/// What is seen of a matter's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct State(Value);

impl State {
    pub(crate) fn running(&self) -> bool {
        self.0["running"] == true
    }

    /// `asking`, `finished` or `stopped`.
    pub(crate) fn state(&self) -> &str {
        self.text("state")
    }

    /// The label of the question that stands there; empty when none does.
    pub(crate) fn question(&self) -> &str {
        self.text("question")
    }

    /// A text of the state by its key in `STATE`.
    pub(crate) fn text(&self, key: &str) -> &str {
        self.0[key].as_str().unwrap_or_default()
    }

    /// The smallest answer to the question that stands there, if it wants a number.
    pub(crate) fn least(&self) -> u64 {
        self.0["least"].as_u64().unwrap_or_default()
    }

    /// The largest answer to the question that stands there, if it wants a number.
    pub(crate) fn most(&self) -> u64 {
        self.0["most"].as_u64().unwrap_or_default()
    }

    /// A list of texts of the state by its key in `STATE`.
    pub(crate) fn texts(&self, key: &str) -> Vec<&str> {
        self.0[key]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }

    /// A truth of the state by its key in `STATE`.
    pub(crate) fn is(&self, key: &str) -> bool {
        self.0[key] == true
    }

    /// The names of the lines seen with this status (`always`, `needed`, `depends`).
    pub(crate) fn lines(&self, status: &str) -> Vec<&str> {
        self.all_lines()
            .filter(|line| line["status"] == status)
            .filter_map(|line| line["name"].as_str())
            .collect()
    }

    /// The reason (`why`) or the condition (`when`) that a line shows.
    pub(crate) fn line(&self, name: &str, key: &str) -> &str {
        let line = self.all_lines().find(|line| line["name"] == name);
        line.and_then(|line| line[key].as_str()).unwrap_or_default()
    }

    /// All lines seen.
    pub(crate) fn all_lines(&self) -> impl Iterator<Item = &Value> {
        self.0["lines"].as_array().into_iter().flatten()
    }

    /// The state without what tells how one came there: for comparing two ways to the same answers.
    pub(crate) fn essence(&self) -> Value {
        let keys = [
            "state", "question", "options", "lines", "stops", "answers", "progress", "summary",
        ];
        keys.iter()
            .map(|&key| (key.to_owned(), self.0[key].clone()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }
}

/// What a script finds on the page with everything unfolded. What stands behind the question that is asked, and what is folded into a row, is
/// one tap away and counts as seen; `screens.rs` looks at what really stands there.
pub(crate) fn whole(session: &Session, script: &str, arguments: &[Value]) -> Value {
    let script = format!(
        "
  const root = document.documentElement;
  const screen = root.dataset.screen;
  const folded = document.querySelector('.rows');
  delete root.dataset.screen;
  if (folded) folded.classList.remove('rows');
  try {{ return (function () {{ {script} }}).apply(null, arguments); }} finally {{
    if (screen) root.dataset.screen = screen;
    if (folded) folded.classList.add('rows');
  }}"
    );
    session.execute(&script, arguments)
}

/// A matter's page in a browser.
pub(crate) struct Page<'s> {
    pub(crate) session: &'s Session,
}

impl<'s> Page<'s> {
    /// Opens a matter's page, waits until the wizard runs and goes through the door to its questions.
    #[track_caller]
    pub(crate) fn open(session: &'s Session, url: &str) -> Self {
        session.open(url);
        let page = Self { session };
        page.enter();
        page
    }

    /// Waits until the wizard runs, and goes through the door to its questions unless it is open.
    #[track_caller]
    pub(crate) fn enter(&self) {
        self.session.wait("the wizard runs", || {
            let state = self.session.execute(READY, &[]);
            (state == true).then_some(())
        });
        if !self.state().running() {
            self.session.find_visible("#door").click();
        }
        self.wait_until("the wizard is seen", State::running);
    }

    /// What is seen now.
    pub(crate) fn state(&self) -> State {
        State(whole(self.session, STATE, &[]))
    }

    /// Waits until what is seen is as wanted.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, wanted: impl Fn(&State) -> bool) -> State {
        self.session
            .wait(what, || Some(self.state()).filter(|state| wanted(state)))
    }

    /// Clicks a choice of the question that stands there, by its text, without going on.
    #[track_caller]
    pub(crate) fn mark(&self, text: &str) {
        let choices = self
            .session
            .find_all("#wizard [data-question]:not([hidden]) .choice-text");
        let found = choices.iter().find(|choice| choice.text() == text);
        let found = found.unwrap_or_else(|| panic!("no choice {text} in {:?}", self.state()));
        found.bring_to_the_middle();
        found.click();
    }

    /// The button 下一步.
    #[track_caller]
    pub(crate) fn next(&self) {
        self.session.find_visible("#next").click();
    }

    /// Answers the question that stands there.
    #[track_caller]
    pub(crate) fn choose(&self, text: &str) {
        self.mark(text);
        self.next();
    }

    /// Types a number and goes on.
    #[track_caller]
    pub(crate) fn number(&self, text: &str) {
        let field = self
            .session
            .find_visible("#wizard [data-question]:not([hidden]) input[type=text]");
        field.clear();
        // WebKit's driver refuses to type nothing.
        if !text.is_empty() {
            field.send_keys(text);
        }
        self.next();
    }

    /// Types year, month and day into the question that stands there, and goes on.
    #[track_caller]
    pub(crate) fn date(&self, parts: [&str; 3]) {
        let fields = self
            .session
            .find_all("#wizard [data-question]:not([hidden]) input[type=text]");
        assert_eq!(fields.len(), parts.len(), "year, month and day");
        for (field, part) in fields.iter().zip(parts) {
            field.clear();
            field.send_keys(part);
        }
        self.next();
    }

    /// The day for which the page judges.
    pub(crate) fn visit(&self) -> Day {
        let script = "
          const day = document.getElementById('visit-day');
          return Math.round(Date.parse(day.value + 'T00:00:00Z') / 864e5);";
        let day = self.session.execute(script, &[]);
        day.as_i64().expect("the page has a day of the visit")
    }

    /// 改: opens the question of an answer again.
    #[track_caller]
    pub(crate) fn change(&self, label: &str) {
        let rows = self.session.find_all("#answer-rows li");
        let row = rows.iter().position(|row| row.text().starts_with(label));
        let row = row.unwrap_or_else(|| panic!("no answer to {label} in {:?}", self.state()));
        let button = self.session.find_visible(&format!(
            "#answer-rows li:nth-child({}) [data-do=change]",
            row + 1
        ));
        button.bring_to_the_middle();
        button.click();
        self.wait_until("the question to change", |state| state.question() == label);
    }

    /// The page's own button 上一步; waits until something else is seen.
    #[track_caller]
    pub(crate) fn back(&self) -> State {
        let before = self.state();
        let button = self.session.find_visible("[data-do=back]");
        button.bring_to_the_middle();
        button.click();
        self.wait_until("one step back", |state| *state != before)
    }
}

/// Takes the matters that are marked on the plan's page.
pub(crate) fn confirm(session: &Session) {
    session
        .find_visible("#choosing button[type=submit]")
        .click();
}

/// A clock that goes from ten in the morning of [`VISIT`](onetrip_tests::situations::VISIT), a Wednesday, whenever the tests run.
const CLOCK: &str = "
  (() => {
    const Real = Date;
    const ahead = Date.parse('2026-11-25T10:00:00+08:00') - Real.now();
    window.Date = class extends Real {
      constructor(...values) { if (values.length) super(...values); else super(Real.now() + ahead); }
      static now() { return Real.now() + ahead; }
    };
  })();";

/// A new browser, in which it is the same day whenever the tests run.
pub(crate) fn browser() -> Session {
    let session = Session::start(Browser::Chromium);
    session.before_every_page(CLOCK);
    session
}

/// The small site of `cases/base`, built once.
pub(crate) fn base_site() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| Site::build(&cases::root().join("base")))
}

/// The site of a good case.
pub(crate) fn case_site(name: &str) -> Site {
    Site::of_good_case(name)
}

/// The small site on a good host, at the path of its permanent address: `404.html` finds its files only there.
pub(crate) fn base_server() -> Server {
    Server::start_with(&base_site().root(), at_home(Options::default()))
}

/// Options for a host that serves the small site at the path of its permanent address.
pub(crate) fn at_home(options: Options) -> Options {
    Options {
        below: "/banshi".into(),
        ..options
    }
}

/// Goes through the questions of a matter's page or of a plan by hand, as somebody of this age who takes the first option everywhere, up
/// to the list.
pub(crate) fn go_through(session: &Session, age: &str) {
    let screen = || session.execute("return document.documentElement.dataset.screen;", &[]);
    if screen() != "asking" {
        session.find("#door").click();
        session.wait_for("document.documentElement.dataset.screen === 'asking'");
    }
    let types = "return Array.from(document.querySelectorAll('#questions input[type=text]')).some((field) => field.getClientRects().length);";
    for _ in 0..20 {
        if screen() != "asking" {
            break;
        }
        if session.execute(types, &[]) == true {
            session
                .find_visible("#questions input[type=text]")
                .send_keys(age);
        } else {
            session.find_visible("#questions .choice").click();
        }
        session.find("#next").click();
    }
    session.wait_for("document.documentElement.dataset.screen === 'finished'");
}

/// The page on which the exact expectations are made.
pub(crate) const ALLOWANCE: &str = "dong/a07.html";

/// Console entries that are errors, network errors of a resource that is meant to be missing left out.
pub(crate) fn console_errors(session: &Session, tolerated: &str) -> Vec<String> {
    let entries = session.take_log("browser");
    let severe = entries
        .iter()
        .filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING");
    let messages = severe
        .filter_map(|entry| entry["message"].as_str())
        .map(str::to_owned);
    messages
        .filter(|message| tolerated.is_empty() || !message.contains(tolerated))
        .collect()
}
