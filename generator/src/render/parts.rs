//! View models of a matter and a community.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::Date;

use super::body;
use super::places::Standing;
use super::view::{
    BasisView, CategoryView, CodeView, CommunityView, DeferView, FeeView, FileView, HoursView, Limit,
    LineView, Link, MatterCard, MatterView, Named, NoteView, OptionView, Phone, QuestionView, ResultView,
    StepView, StopView, VisitsView, WorkerView,
};
use super::words::{Texts, clock};
use crate::check::{Compiled, matter_address};
use crate::model::{
    AnswerKind, Attachment, Channel, Community, Condition, DeskMode, Duration, Group, Matter, Paper,
    Question, Step, Stop, TimeUnit,
};

/// Makes the view models of one page.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    pub(super) standing: Standing<'a>,
    pub(super) texts: Texts<'a>,
    pub(super) today: Date,
}

impl Parts<'_> {
    fn text(&self, text: &str) -> String {
        body::fill(&self.standing, self.texts, text)
    }

    fn option(&self, text: Option<&String>) -> Option<String> {
        text.map(|text| self.text(text))
    }

    pub(super) fn community(&self, community: &Community, href: String) -> CommunityView {
        CommunityView {
            id: community.id.clone(),
            name: community.name.clone(),
            subdistrict: community.subdistrict.clone(),
            example: community.example,
            address: community.address.clone(),
            directions: community.directions.clone(),
            hours: community
                .hours
                .iter()
                .map(|hours| HoursView {
                    days: self.texts.days(hours),
                    times: hours.times.iter().map(|time| clock(*time)).collect(),
                    note: hours.note.clone(),
                })
                .collect(),
            weekly: weekly(community),
            consult: Phone::new(&community.consult_phone),
            complaint: Phone::new(&community.complaint_phone),
            workers: community
                .workers
                .iter()
                .map(|worker| WorkerView {
                    name: worker.name.clone(),
                    role: worker.role.clone(),
                    phone: worker.phone.as_deref().map(Phone::new),
                })
                .collect(),
            href,
            count: self.standing.region().offered(community).count(),
        }
    }

    pub(super) fn card(&self, matter: &Matter) -> MatterCard {
        MatterCard {
            code: matter.code.value.clone(),
            title: self.text(&matter.title),
            summary: self.text(&matter.summary),
            aliases: matter.aliases.clone(),
            desk_mode: desk_mode(matter.desk_mode),
            promised: limit(matter.promised),
            href: self.standing.matter_href(matter),
            other_language: !self.standing.edition.has(matter),
        }
    }

    pub(super) fn matter(&self, matter: &Matter, compiled: &Compiled, community: &Community) -> MatterView {
        let code = &matter.code.value;
        let up = self.standing.way_to_first();
        MatterView {
            code: code.clone(),
            title: self.text(&matter.title),
            summary: self.text(&matter.summary),
            aliases: matter.aliases.clone(),
            category: self.category(&matter.category),
            desk_mode: desk_mode(matter.desk_mode),
            authority: self.text(&matter.authority),
            accepted_by: self.text(&matter.accepted_by),
            promised: Some(limit(matter.promised)),
            statutory: matter.statutory.map(limit),
            channels: matter.channels.iter().map(|channel| self.channel(*channel)).collect(),
            fee: self.fees(matter),
            visits: VisitsView {
                count: matter.visits.count,
                reason: self.option(matter.visits.reason.as_ref()),
            },
            questions: matter
                .questions
                .iter()
                .enumerate()
                .map(|(index, q)| self.question(index, q))
                .collect(),
            stops: self.stops(matter),
            lines: self.lines(matter, compiled),
            steps: self.steps(matter, compiled),
            result: ResultView {
                name: self.text(&matter.result),
                delivery: self.option(matter.delivery.as_ref()),
            },
            notes: self.notes(matter, compiled),
            pitfalls: matter.pitfalls.iter().map(|text| self.text(text)).collect(),
            related: matter.related.iter().filter_map(|reference| self.link(&reference.value)).collect(),
            basis: matter.basis.iter().map(basis).collect(),
            verified_on: matter.verified_on.to_string(),
            verified_by: matter.verified_by.clone(),
            review_by: matter.review_by.value.to_string(),
            overdue: matter.review_by.value < self.today,
            version: version(matter, compiled),
            body_html: body::html(&self.standing, self.texts, &matter.body),
            rules: STANDARD.encode(compiled.book.to_bytes()),
            // Printed codes lead to the first edition, whatever language they are met in.
            qr: CodeView { svg: format!("{up}qr/{code}.svg"), png: format!("{up}qr/{code}.png") },
            address: matter_address(&self.standing.region().base_url.value, community, matter),
        }
    }

    fn category(&self, id: &str) -> CategoryView {
        let found = self.standing.region().categories.iter().find(|c| c.id == id);
        let name = found.map_or_else(String::new, |c| c.name.clone());
        CategoryView { id: id.to_owned(), name, matters: Vec::new() }
    }

    fn channel(&self, channel: Channel) -> Named {
        let (id, key) = match channel {
            Channel::Online => ("online", "channel_online"),
            Channel::Kiosk => ("kiosk", "channel_kiosk"),
            Channel::Nearby => ("nearby", "channel_nearby"),
            Channel::Counter => ("counter", "channel_counter"),
            Channel::Agent => ("agent", "channel_agent"),
            Channel::Home => ("home", "channel_home"),
            Channel::Mail => ("mail", "channel_mail"),
        };
        Named { id, name: self.texts.get(key).to_owned() }
    }

    fn fees(&self, matter: &Matter) -> Vec<FeeView> {
        let fee = |fee: &crate::model::Fee| FeeView {
            name: self.text(&fee.name),
            amount: self.text(fee.amount.as_deref().unwrap_or_default()),
            basis: self.text(fee.basis.as_deref().unwrap_or_default()),
        };
        matter.fee.iter().map(fee).collect()
    }

    pub(super) fn question(&self, index: usize, question: &Question) -> QuestionView {
        let (kind, unit, min, max) = match &question.kind {
            AnswerKind::Choice(_) => ("choice", None, 0, 0),
            AnswerKind::Multi(_) => ("multi", None, 0, 0),
            AnswerKind::Number { unit, min, max } => ("number", unit.clone(), *min, *max),
        };
        let options = question.options().iter().enumerate();
        QuestionView {
            index,
            label: question.id.clone(),
            ask: self.text(&question.ask),
            why: self.option(question.why.as_ref()),
            kind,
            unit,
            min,
            max,
            options: options
                .map(|(index, o)| OptionView {
                    index,
                    text: o.name.clone(),
                    note: self.option(o.note.as_ref()),
                })
                .collect(),
        }
    }

    fn when(&self, condition: Option<&Condition>, matter: &Matter) -> Option<String> {
        condition.map(|condition| self.texts.condition(condition, &matter.questions))
    }

    pub(super) fn stops(&self, matter: &Matter) -> Vec<StopView> {
        matter.stops.iter().enumerate().map(|(index, stop)| self.stop(index, stop, matter)).collect()
    }

    fn stop(&self, index: usize, stop: &Stop, matter: &Matter) -> StopView {
        StopView {
            index,
            title: self.text(&stop.title),
            text: self.text(&stop.text),
            when: self.texts.condition(&stop.when, &matter.questions),
            change: self.option(stop.change.as_ref()),
            instead: stop.instead.iter().filter_map(|reference| self.link(&reference.value)).collect(),
            phone: stop.phone.as_deref().map(Phone::new),
        }
    }

    fn link(&self, reference: &str) -> Option<Link> {
        let (matter, href) = self.standing.matter(reference)?;
        Some(Link {
            code: matter.code.value.clone(),
            title: self.text(&matter.title),
            summary: self.text(&matter.summary),
            href,
            other_language: !self.standing.edition.has(matter),
        })
    }

    fn lines(&self, matter: &Matter, compiled: &Compiled) -> Vec<LineView> {
        let lines = matter.lines.iter().zip(&compiled.items.lines);
        lines
            .map(|(line, item)| {
                let view = match &line.paper {
                    Group::One(paper) => self.paper(paper),
                    Group::Pick { pick, name, from } => LineView {
                        pick: Some(*pick),
                        name: self.text(name),
                        from: from.iter().map(|paper| self.paper(paper)).collect(),
                        ..LineView::default()
                    },
                };
                LineView { item: *item, when: self.when(line.when.as_ref(), matter), ..view }
            })
            .collect()
    }

    pub(super) fn paper(&self, paper: &Paper) -> LineView {
        LineView {
            name: self.text(&paper.name),
            of: self.option(paper.of.as_ref()),
            originals: paper.originals,
            copies: paper.copies,
            hand_in: paper.hand_in,
            copy_note: self.option(paper.copy_note.as_ref()),
            fresh: self.option(paper.fresh.as_ref().map(|fresh| &fresh.text)),
            fresh_days: paper.fresh.as_ref().and_then(|fresh| fresh.days),
            defer: paper
                .defer
                .as_ref()
                .map(|defer| DeferView { days: defer.days, how: self.option(defer.how.as_ref()) }),
            photo_spec: self.option(paper.photo_spec.as_ref()),
            recommended: paper.recommended,
            note: self.option(paper.note.as_ref()),
            issuer: self.option(paper.issuer.as_ref()),
            how_to_get: self.option(paper.how_to_get.as_ref()),
            without: self.option(paper.without.as_ref()),
            e_certificate: paper.e_certificate,
            blank_form: paper.blank_form.as_ref().map(|file| self.file(file, &paper.name)),
            sample_form: paper.sample_form.as_ref().map(|file| self.file(file, &paper.name)),
            ..LineView::default()
        }
    }

    fn file(&self, file: &Attachment, name: &str) -> FileView {
        let image =
            [".png", ".jpg", ".jpeg", ".webp", ".svg"].iter().any(|ending| file.path.ends_with(ending));
        FileView { href: self.standing.file(file), name: self.text(name), image }
    }

    fn steps(&self, matter: &Matter, compiled: &Compiled) -> Vec<StepView> {
        let view = |(step, item): (&Step, &Option<usize>)| StepView {
            item: *item,
            when: self.when(step.when.as_ref(), matter),
            name: self.text(&step.name),
            who: self.option(step.who.as_ref()),
            days: step.days,
            what_you_do: self.option(step.what_you_do.as_ref()),
        };
        matter.steps.iter().zip(&compiled.items.steps).map(view).collect()
    }

    fn notes(&self, matter: &Matter, compiled: &Compiled) -> Vec<NoteView> {
        let notes = matter.notes.iter().zip(&compiled.items.notes);
        notes
            .map(|(note, item)| NoteView {
                item: *item,
                when: self.when(note.when.as_ref(), matter),
                text: self.text(&note.text),
            })
            .collect()
    }
}

/// Opening spans per day of the week.
fn weekly(community: &Community) -> [Vec<[u16; 2]>; 7] {
    let mut week: [Vec<[u16; 2]>; 7] = Default::default();
    for hours in &community.hours {
        for day in &hours.days {
            if let Some(day) = week.get_mut(usize::from(*day)) {
                day.extend(hours.times.iter().map(|time| [time.from, time.to]));
                day.sort_unstable();
            }
        }
    }
    week
}

fn basis(basis: &crate::model::Basis) -> BasisView {
    BasisView {
        name: basis.name.clone(),
        doc_no: basis.doc_no.clone(),
        article: basis.article.clone(),
        url: basis.url.clone(),
    }
}

pub(super) fn desk_mode(mode: DeskMode) -> &'static str {
    match mode {
        DeskMode::OnTheSpot => "on_the_spot",
        DeskMode::Transfer => "transfer",
    }
}

pub(super) fn limit(duration: Duration) -> Limit {
    let unit = match duration.unit {
        TimeUnit::Workday => "workday",
        TimeUnit::Day => "day",
    };
    Limit { n: duration.days, unit, at_once: duration.days == 0 }
}

/// The day of the last check and a mark of the rules: what a resident reads out on the phone.
pub(super) fn version(matter: &Matter, compiled: &Compiled) -> String {
    let mark = compiled.book.fingerprint() & 0xffff;
    format!("{}-{mark:04x}", matter.verified_on.strftime("%Y%m%d"))
}
