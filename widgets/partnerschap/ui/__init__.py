"""What a learner sees and touches: one widget a form, its front end in the files beside it."""
