//! The output folder of the demonstration region: the same every time, complete, relative, valid, light.

mod by_answer;
mod calendar;
mod data;
mod facts;
mod languages;
mod links;
mod pages;
mod papers;
mod scripts;
mod situations;
mod tree;
mod validity;
mod weight;
mod words;
