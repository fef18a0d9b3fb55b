//! A stored run, read back: the instance, the solution and what was found beside it.

use crate::entities::matching_run;
use crate::match_files::{InstanceFile, parse_instance, parse_solution};
use crate::matching::{Instance, Solution};
use crate::web::{AppError, AppResult};

use super::findings::Findings;

pub struct OpenRun<'a> {
    pub file: InstanceFile<'a>,
    pub instance: Instance,
    pub solution: Solution,
    pub findings: Findings,
}

impl<'a> OpenRun<'a> {
    /// Not there while the run has no result.
    pub fn read(run: &'a matching_run::Model) -> AppResult<Self> {
        let file = parse_instance(&run.instance).map_err(anyhow::Error::from)?;
        let instance = file.to_instance().map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
        let text = run.solution.as_deref().ok_or(AppError::NotFound)?;
        let solution = parse_solution(text)
            .map_err(anyhow::Error::from)?
            .to_solution(&instance)
            .map_err(anyhow::Error::from)?;
        let findings = serde_json::from_str(run.comparison.as_deref().unwrap_or("{}"))?;
        Ok(Self { file, instance, solution, findings })
    }
}
