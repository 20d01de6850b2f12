//! View models of a matter and a community.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use onetrip_widget::rules::{Cut, Implied, Kind};

use super::acceptance;
use super::body;
use super::cases;
use super::condition::WhenView;
use super::ranges;
use super::view::{
    AppointmentView, BasisView, CategoryView, CodeView, CommunityView, EndView, ImpliedView, Limit,
    Link, MatterCard, MatterView, Named, NoteView, OptionView, QuestionView, RequirementView,
    ResultView, StepView, StopView, WorkerView,
};
use super::view_builder::ViewBuilder;
use crate::check::{Compiled, matter_address};
use crate::model::{
    AgeUnit, AnswerKind, Channel, Community, Condition, Convert, Dated, DeskMode, Duration, Ending,
    Matter, Note, Part, PublishedCode, Question, Requirement, Route, Step, Stop, StopKind,
    TimeUnit, When,
};

impl ViewBuilder<'_> {
    pub(super) fn community(&self, community: &Community, href: String) -> CommunityView {
        let count = self.links.region().offered(community).count();
        let community = &self.facts.community(community);
        CommunityView {
            id: community.id.clone(),
            name: community.name.clone(),
            subdistrict: community.subdistrict.clone(),
            example: community.example,
            office: self.office(&community.office),
            consult: self.phone(&community.consult_phone),
            complaint: self.phone(&community.complaint_phone),
            workers: community
                .workers
                .iter()
                .map(|worker| WorkerView {
                    name: worker.name.clone(),
                    role: worker.role.clone(),
                    area: worker.area.clone(),
                    phone: worker.phone.as_deref().map(|phone| self.phone(phone)),
                })
                .collect(),
            href,
            count,
        }
    }

    pub(super) fn card(&self, matter: &Matter) -> MatterCard {
        MatterCard {
            code: matter.code.value.clone(),
            draft: matter.draft.is_some(),
            coming: self.coming(matter),
            title: self.text(&matter.title),
            summary: self.text(&matter.summary),
            aliases: self.facts.texts(&matter.aliases),
            desk_mode: desk_mode(matter.desk_mode),
            promised: ranges::limit_in_few_words(matter, self.texts),
            href: self.links.matter_href(matter),
            other_language: !self.links.locale.has(matter),
        }
    }

    /// A matter whose local facts are filled in, as its page shows it.
    pub(super) fn matter(
        &self,
        matter: &Matter<String>,
        compiled: &Compiled,
        community: &Community,
    ) -> MatterView {
        let code = &matter.code.value;
        let published = PublishedCode::new(&community.id, code);
        let picture = |ending| self.links.first(&Route::picture(&published, ending));
        let rows = self.rows(matter, compiled).into_iter();
        let mut accepted = self.accepted(matter);
        let mut windows = acceptance::windows(matter.accepted.iter().map(|window| &window.value));
        self.not_before(matter, &mut accepted, &mut windows);
        let (exempts, lines) = rows.partition(|row| row.exempt.is_some());
        let (fees, fee_range) = self.fees(matter, &compiled.items);
        let (visits, visits_range) = self.visits(matter, &compiled.items);
        let (limits, limit_range) = self.limits(matter, &compiled.items);
        let venues = self.venues(matter, community, compiled);
        let places = venues.iter().map(|venue| (venue.item, &*venue.said.name));
        let venue_range = self.texts.places(places);
        MatterView {
            code: code.clone(),
            draft: matter.draft.is_some(),
            coming: self.coming(matter),
            start: self.start(matter),
            title: matter.title.clone(),
            summary: matter.summary.clone(),
            aliases: matter.aliases.clone(),
            category: self.category(&matter.category),
            desk_mode: desk_mode(matter.desk_mode),
            authority: matter.authority.clone(),
            accepted_by: matter.accepted_by.clone(),
            promised: ranges::limit_in_few_words(matter, self.texts),
            limits,
            limit_range,
            channels: matter
                .channels
                .iter()
                .map(|channel| self.channel(*channel))
                .collect(),
            online: self.online(&matter.online),
            fees,
            fee_range,
            free_item: cases::free_item(matter, &compiled.items),
            visits,
            visits_range,
            accepted,
            windows,
            appointment: self.appointment(matter, community),
            venue: self.venue(matter, community),
            venue_range,
            venues,
            questions: matter
                .questions
                .iter()
                .enumerate()
                .map(|(index, q)| self.question(index, q, matter, compiled))
                .collect(),
            requirements: self.requirements(matter),
            stops: self.stops(matter),
            lines,
            exempts,
            steps: self.steps(matter, compiled),
            result: ResultView {
                name: matter.result.clone(),
                delivery: matter.delivery.clone(),
            },
            notes: self.notes(matter, compiled),
            terms: self.texts.terms(matter),
            fractions: self.texts.fractions(matter).map(str::to_owned),
            pitfalls: matter.pitfalls.clone(),
            related: matter
                .related
                .iter()
                .filter_map(|reference| self.link(&reference.value))
                .collect(),
            basis: matter.basis.iter().map(basis).collect(),
            verified_on: matter.verified_on.value.to_string(),
            verified_by: matter.verified_by.clone(),
            review_by: matter.review_by.value.to_string(),
            overdue: matter.review_by.value < self.today,
            version: version(matter, compiled),
            body_html: body::html(&self.links, &self.facts, &matter.body),
            own: self.own(matter),
            rules: STANDARD.encode(compiled.book.to_bytes()),
            // Printed codes lead to the first locale, whatever language they are met in.
            qr: CodeView {
                svg: picture(Ending::Svg),
                png: picture(Ending::Png),
            },
            address: matter_address(self.links.region().base(), community, matter),
        }
    }

    /// The matter's own times in words, one entry each.
    pub(super) fn accepted(&self, matter: &Matter<String>) -> Vec<String> {
        let windows = matter.accepted.iter();
        windows
            .map(|window| self.texts.window(&window.value))
            .collect()
    }

    /// What has to be agreed before the visit.
    pub(super) fn appointment(
        &self,
        matter: &Matter<String>,
        community: &Community,
    ) -> Option<AppointmentView> {
        let it = matter.appointment.as_ref()?;
        let venue = self.venue(matter, community);
        let phone = venue.map_or_else(|| self.consult(community), |venue| venue.consult);
        let phone = it.phone.as_deref().map_or(phone, |own| self.phone(own));
        Some(self.texts.appointment(it, phone))
    }

    pub(super) fn category(&self, id: &str) -> CategoryView {
        let found = self.links.region().categories.iter().find(|c| c.id == id);
        let name = found.map_or_else(String::new, |c| self.text(&c.name));
        CategoryView {
            id: id.to_owned(),
            name,
            href: None,
            picture: found
                .and_then(|category| category.picture.as_ref())
                .map(|picture| self.links.file(picture)),
            matters: Vec::new(),
        }
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
        Named {
            id,
            name: self.texts.get(key).to_owned(),
        }
    }

    pub(super) fn when(
        &self,
        condition: Option<&Condition>,
        matter: &Matter<String>,
    ) -> Option<WhenView> {
        condition.map(|condition| self.texts.when(condition, matter))
    }

    fn requirements(&self, matter: &Matter<String>) -> Vec<RequirementView> {
        let view = |one: &Requirement<String>| {
            let stops: Vec<usize> = one.stops.iter().map(|stop| stop.value).collect();
            let titles: Vec<&str> = stops
                .iter()
                .map(|stop| matter.stops[*stop].title.as_str())
                .collect();
            let titles = titles.join(self.texts.get("requirement_or"));
            let stop = || self.texts.fill("requirement_stop", &[("stops", &titles)]);
            let judged = one.judged.iter();
            let judged = judged.map(|how| self.texts.fill("requirement_judged", &[("how", how)]));
            RequirementView {
                text: one.text.clone(),
                more: (!stops.is_empty())
                    .then(stop)
                    .into_iter()
                    .chain(judged)
                    .collect(),
                stops,
            }
        };
        matter.requirements.iter().map(view).collect()
    }

    fn stops(&self, matter: &Matter<String>) -> Vec<StopView> {
        matter
            .stops
            .iter()
            .enumerate()
            .map(|(index, stop)| self.stop(index, stop, matter))
            .collect()
    }

    fn stop(&self, index: usize, stop: &Stop<String>, matter: &Matter<String>) -> StopView {
        StopView {
            index,
            title: stop.title.clone(),
            text: stop.text.clone(),
            kind: stop_kind(stop.kind),
            when: self.texts.when(&stop.when, matter),
            change: stop.change.clone(),
            instead: stop
                .instead
                .iter()
                .filter_map(|reference| self.link(&reference.value))
                .collect(),
            phone: stop.phone.as_deref().map(|phone| self.phone(phone)),
        }
    }

    /// The matter that a reference means; none where the community does not offer it.
    pub(super) fn link(&self, reference: &str) -> Option<Link> {
        let (matter, _) = self.links.matter(reference)?;
        Some(self.link_to(matter))
    }

    /// The link to a matter that the community offers.
    pub(super) fn link_to(&self, matter: &Matter) -> Link {
        Link {
            code: matter.code.value.clone(),
            title: self.text(&matter.title),
            summary: self.text(&matter.summary),
            href: self.links.matter_href(matter),
            other_language: !self.links.locale.has(matter),
        }
    }

    pub(super) fn question(
        &self,
        index: usize,
        question: &Question<String>,
        matter: &Matter<String>,
        compiled: &Compiled,
    ) -> QuestionView {
        let texts = self.texts;
        let view = question_view(index, question, &compiled.implied);
        let AnswerKind::Date { min, max } = question.kind else {
            return view;
        };
        let cuts = match &compiled.book.questions()[index].kind {
            Kind::Date { cuts, .. } => cuts.as_slice(),
            _ => &[],
        };
        let of_people = |(of, when): &(usize, When)| {
            let unit = AgeUnit::YearsOld;
            *of == index && matches!(when, When::Ago { unit: its, .. } if *its == unit)
        };
        let people = Dated::of(matter).dates.iter().any(of_people);
        let passed = |cut: &Cut| texts.passed(*cut, people);
        QuestionView {
            first: Some(texts.date(min)),
            last: Some(
                max.map_or_else(|| texts.get("date_visit").to_owned(), |max| texts.date(max)),
            ),
            turns: cuts.iter().map(passed).collect(),
            ..view
        }
    }

    fn steps(&self, matter: &Matter<String>, compiled: &Compiled) -> Vec<StepView> {
        let view = |(index, step): (usize, &Step<String>)| StepView {
            item: item(&compiled.items.steps, index),
            when: self.when(step.when.as_ref(), matter),
            name: step.name.clone(),
            who: step.who.clone(),
            days: step.days,
            what_you_do: step.what_you_do.clone(),
            own: matter.is_own(&Part::Step(index)),
        };
        matter.steps.iter().enumerate().map(view).collect()
    }

    fn notes(&self, matter: &Matter<String>, compiled: &Compiled) -> Vec<NoteView> {
        let view = |(index, note): (usize, &Note<String>)| NoteView {
            item: item(&compiled.items.notes, index),
            when: self.when(note.when.as_ref(), matter),
            text: note.text.clone(),
            own: matter.is_own_note(index),
        };
        matter.notes.iter().enumerate().map(view).collect()
    }
}

/// A question; its answers are known by their index.
fn question_view(index: usize, question: &Question<String>, implied: &[Implied]) -> QuestionView {
    let (kind, unit) = match &question.kind {
        AnswerKind::Choice(_) => ("choice", None),
        AnswerKind::Multi(_) => ("multi", None),
        AnswerKind::Number { unit, .. } => ("number", unit.clone()),
        AnswerKind::Date { .. } => ("date", None),
    };
    let limits = question.limits().unwrap_or_default();
    let end = |steps: i64| match limits.decimals {
        0 => EndView::Whole(steps),
        _ => EndView::Decimal(limits.number(steps).to_string()),
    };
    let options = question.options().iter().enumerate();
    let follows = |question: usize, option: usize| {
        let of_it = implied.iter();
        let of_it = of_it.filter(|one| (one.question, one.option) == (question, option));
        of_it
            .map(|one| ImpliedView {
                question: one.then,
                option: one.answer,
            })
            .collect()
    };
    QuestionView {
        index,
        label: question.label.clone(),
        ask: question.ask.clone(),
        why: question.why.clone(),
        kind,
        unit,
        decimals: limits.decimals,
        min: end(limits.min),
        max: end(limits.max),
        first: None,
        last: None,
        turns: Vec::new(),
        options: options
            .map(|(option, o)| OptionView {
                index: option,
                text: o.name.clone(),
                note: o.note.clone(),
                implies: follows(index, option),
            })
            .collect(),
    }
}

/// The engine's item; what a community adds has none.
fn item(items: &[Option<usize>], index: usize) -> Option<usize> {
    items.get(index).copied().flatten()
}

fn basis(basis: &crate::model::Basis<String>) -> BasisView {
    BasisView {
        name: basis.name.clone(),
        doc_no: basis.doc_no.clone(),
        article: basis.article.clone(),
        url: basis.url.clone(),
    }
}

/// What a stop means, as templates and data name it.
pub(super) fn stop_kind(kind: StopKind) -> &'static str {
    match kind {
        StopKind::NotEligible => "not_eligible",
        StopKind::NotNeeded => "not_needed",
        StopKind::Elsewhere => "elsewhere",
        StopKind::AnotherWay => "another_way",
        StopKind::NoTrip => "no_trip",
    }
}

fn desk_mode(mode: DeskMode) -> &'static str {
    match mode {
        DeskMode::OnTheSpot => "on_the_spot",
        DeskMode::Transfer => "transfer",
    }
}

pub(super) fn limit(duration: Duration, words: String) -> Limit {
    let unit = match duration.unit {
        TimeUnit::Workday => "workday",
        TimeUnit::Day => "day",
    };
    Limit {
        n: duration.days,
        unit,
        at_once: duration.days == 0,
        varies: false,
        words,
    }
}

/// The day of the last check and a mark of the rules: what a resident reads out on the phone.
pub(super) fn version<T>(matter: &Matter<T>, compiled: &Compiled) -> String {
    let mark = compiled.book.fingerprint() & 0xffff;
    format!("{}-{mark:04x}", matter.verified_on.value.strftime("%Y%m%d"))
}
