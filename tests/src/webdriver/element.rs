//! An element of the page that a session shows.

use serde_json::{Value, json};

use super::session::ELEMENT_KEY;
use super::{Session, WebDriverError};

/// An element; it may be gone when the page has changed since it was found.
#[derive(Debug, Clone)]
pub struct Element<'s> {
    session: &'s Session,
    id: String,
}

impl<'s> Element<'s> {
    pub(super) fn new(session: &'s Session, id: String) -> Self {
        Self { session, id }
    }

    /// Clicks into the middle of the element, as a person does: what another element covers cannot be clicked.
    #[track_caller]
    pub fn click(&self) {
        if let Err(error) = self.post("click", &json!({})) {
            panic!("cannot click: {error}");
        }
    }

    /// Scrolls, as a person does who looks for it; a click alone scrolls only as far as its edge.
    pub fn bring_to_the_middle(&self) {
        self.session.execute(
            "arguments[0].scrollIntoView({ block: 'center' })",
            &[self.reference()],
        );
    }

    /// What stands for the element in the arguments of a script.
    pub fn reference(&self) -> Value {
        json!({ ELEMENT_KEY: self.id })
    }

    /// Types into the element.
    #[track_caller]
    pub fn send_keys(&self, text: &str) {
        if let Err(error) = self.post("value", &json!({ "text": text })) {
            panic!("cannot type: {error}");
        }
    }

    /// Empties a field.
    #[track_caller]
    pub fn clear(&self) {
        if let Err(error) = self.post("clear", &json!({})) {
            panic!("cannot empty the field: {error}");
        }
    }

    /// The text as it is rendered: nothing of what is hidden.
    pub fn text(&self) -> String {
        self.get("text")
            .as_str()
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    /// An attribute of the markup.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.get(&format!("attribute/{name}"))
            .as_str()
            .map(str::to_owned)
    }

    /// A property of the object in the page, such as `checked`.
    pub fn property(&self, name: &str) -> Value {
        self.get(&format!("property/{name}"))
    }

    /// Whether a person sees it.
    pub fn is_displayed(&self) -> bool {
        self.get("displayed") == Value::Bool(true)
    }

    fn get(&self, what: &str) -> Value {
        self.session
            .command("GET", &format!("/element/{}/{what}", self.id), None)
            .unwrap_or(Value::Null)
    }

    fn post(&self, what: &str, body: &Value) -> Result<Value, WebDriverError> {
        self.session
            .command("POST", &format!("/element/{}/{what}", self.id), Some(body))
    }
}
