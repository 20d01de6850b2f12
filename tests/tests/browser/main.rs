//! The built site in a real Chromium, clicked as a resident clicks.
//!
//! Exact expectations ("these five lines") are made on the small site of `cases/base`, which no editor of content
//! changes; what must hold for every guide is tried on the demonstration region `content/`.
//! Everything here waits for conditions; a failure has a cause in the product.

mod acceptance;
mod accessibility;
mod addresses;
mod answer;
mod answers;
mod by_answer;
mod checkers;
mod clock;
mod counts;
mod dates;
mod days;
mod decimals;
mod engine;
mod evaluation;
mod exempt;
mod find;
mod hall;
mod harm;
mod hostile;
mod implied;
mod keep;
mod keyboard;
mod kiosk;
mod languages;
mod large_print;
mod layout;
mod looks;
mod lost;
mod moments;
mod numbers;
mod offline;
mod online;
mod page;
mod pictures;
mod plan;
mod plan_chooser;
mod plan_examples;
mod plan_listed;
mod plan_loading;
mod plan_order;
mod plan_random;
mod plan_small;
mod plan_words;
mod print;
mod region;
mod requirements;
mod right_to_left;
mod rows;
mod screen;
mod screens;
mod search;
mod serve;
mod shifts;
mod single;
mod speed;
mod versions;
mod ways;
mod windows;
